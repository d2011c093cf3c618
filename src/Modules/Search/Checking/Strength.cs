namespace Parelmuur.Search.Checking;

/// <summary>Says in five steps how much an entry is like a plan.</summary>
/// <remarks>
/// A test with samples/plans.json and short-plans.json keeps watch: most plans have a strong match among what is expected, plans without an
/// answer have none, and a text about something else has no match at all.
/// </remarks>
internal static class Strength
{
    /// <summary>From here on it is really the same need.</summary>
    public const int Strong = 4;

    private static readonly float[] ByLikeness = [0.065f, 0.105f, 0.125f, 0.15f, 0.30f];

    // A short plan can never be most of a long entry; then it tells how much of the plan is there.
    private static readonly float[] ByCovered = [0.18f, 0.29f, 0.45f, 0.60f, 0.90f];

    // In a sentence or two every word may be said otherwise: then it tells how much is answered, with words that mean the same.
    private static readonly float[] ByAnswered = [0.15f, 0.22f, 0.32f, 0.45f, 0.70f];

    /// <summary>1 (a little) to 5 (very well), or 0 when they have nothing to do with one another.</summary>
    /// <param name="cosine">See <see cref="Likeness"/>.</param>
    /// <param name="covered">The share of the plan that the entry covers.</param>
    /// <param name="answered">See <see cref="Alike"/>.</param>
    public static int Of(float cosine, float covered, float answered) =>
        Math.Max(Math.Max(Steps(ByLikeness, cosine), Steps(ByCovered, covered)), Steps(ByAnswered, answered));

    private static int Steps(float[] from, float value)
    {
        var steps = 0;
        while (steps < from.Length && value >= from[steps])
            steps++;
        return steps;
    }
}

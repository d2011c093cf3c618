namespace Parelmuur.Search.Checking;

/// <summary>Says in five steps how much an entry is like a plan.</summary>
/// <remarks>
/// Of purposes of the same algorithm at two organisations three in four reach 4. Of texts about something else one in
/// fifty does.
/// </remarks>
internal static class Strength
{
    // A short plan can never be most of a long entry; then it tells how much of the plan is there.
    private const float ByCovered = 0.45f;

    private static readonly float[] From = [0.08f, 0.13f, 0.20f, 0.30f, 0.55f];

    /// <summary>1 (a little) to 5 (very well), or 0 when they have nothing to do with one another.</summary>
    /// <param name="cosine">See <see cref="Likeness"/>.</param>
    /// <param name="covered">The share of the plan that the entry covers.</param>
    public static int Of(float cosine, float covered)
    {
        var likeness = Math.Max(cosine, ByCovered * covered);
        var strength = 0;
        while (strength < From.Length && likeness >= From[strength])
            strength++;
        return strength;
    }
}

namespace Parelmuur.Catalogue.Import;

/// <summary>What tells two titles apart, however many letters they share.</summary>
/// <remarks>
/// Other numbers; a word on both sides that the other has nothing like ("huurtoeslag" and "zorgtoeslag"); or a compound
/// of which the other lacks the front, because the front of a Dutch word says which one is meant ("vuurwerkverkenner"
/// is no "werkverkenner"). Spaces do not count: "verkeers regel" has all of "verkeersregel".
/// </remarks>
internal static class Difference
{
    // So much of a word's groups of three letters must stand in the other title.
    private const double Enough = 0.7;
    private const int GramLength = 3;

    private static readonly HashSet<string> SaysNothing = new(StringComparer.Ordinal)
    {
        "bij", "dat", "die", "dit", "door", "een", "het", "met", "naar", "ons", "onze", "over", "per", "tbv", "tot", "uit", "van", "via", "voor",
    };

    /// <summary>Whether two titles, as they are compared, mean different things.</summary>
    public static bool Between(string one, string other)
    {
        if (!one.Where(char.IsDigit).SequenceEqual(other.Where(char.IsDigit)))
            return true;
        var (left, right) = (WorstOf(one, other), WorstOf(other, one));
        return left == Likeness.OtherFront || right == Likeness.OtherFront
            || (left == Likeness.Absent && right == Likeness.Absent);
    }

    private static Likeness WorstOf(string title, string other)
    {
        var letters = other.Replace(" ", "", StringComparison.Ordinal);
        var worst = Likeness.Present;
        foreach (var word in title.Split(' '))
        {
            if (word.Length >= GramLength && !SaysNothing.Contains(word) && Of(word, letters) is var likeness && likeness > worst)
                worst = likeness;
        }

        return worst;
    }

    private static Likeness Of(string word, string letters)
    {
        var (grams, present, first) = (word.Length - GramLength + 1, 0, -1);
        for (var at = 0; at < grams; at++)
        {
            if (!letters.AsSpan().Contains(word.AsSpan(at, GramLength), StringComparison.Ordinal))
                continue;
            present++;
            if (first < 0)
                first = at;
        }

        if (present < Enough * grams)
            return Likeness.Absent;
        return first >= GramLength ? Likeness.OtherFront : Likeness.Present;
    }

    private enum Likeness
    {
        Present,
        Absent,
        OtherFront,
    }
}

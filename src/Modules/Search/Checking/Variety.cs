using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>Orders matches so that many entries with one and the same title do not hide everything else.</summary>
internal static class Variety
{
    private const int Free = 2;
    private const double PerRepeat = 0.95;

    // As good as the best one: when a plan stands in the catalogue already, all its copies are what somebody looks for.
    private const float AsGood = 0.99f;

    /// <summary>Best first; from the third of a title on, each counts a little less than the one before.</summary>
    public static List<Alike> Order(Snapshot snapshot, IEnumerable<Alike> matches)
    {
        Dictionary<ulong, int> seen = [];
        var best = float.NaN;
        List<(Alike Match, double Score)> scored = [];
        foreach (var match in matches.OrderByDescending(match => match.Score).ThenBy(match => snapshot[match.Document].Id))
        {
            best = float.IsNaN(best) ? match.Score : best;
            var repeats = match.Score >= AsGood * best ? 0 : Repeats(snapshot[match.Document].TitleKey);
            scored.Add((match, match.Score * Math.Pow(PerRepeat, Math.Max(0, repeats - Free))));
        }

        return [.. scored.OrderByDescending(match => match.Score).Select(match => match.Match)];

        int Repeats(ulong title) => seen[title] = seen.GetValueOrDefault(title) + 1;
    }
}

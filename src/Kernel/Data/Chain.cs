namespace Parelmuur.Kernel.Data;

/// <summary>Things that lead to another, which may lead to yet another.</summary>
public static class Chain
{
    /// <summary>Where each of these ends; what ends at itself is left out.</summary>
    /// <remarks>A circle has no end, so what leads into one stops where it comes in. Wrong data must never keep a reader busy for ever.</remarks>
    public static IReadOnlyDictionary<T, T> Ends<T>(IReadOnlyDictionary<T, T> leads) where T : notnull =>
        leads.Keys.Select(from => (from, to: End(from, leads))).Where(each => !each.from.Equals(each.to)).ToDictionary(each => each.from, each => each.to);

    private static T End<T>(T from, IReadOnlyDictionary<T, T> leads) where T : notnull
    {
        var (end, seen) = (from, new HashSet<T>());
        while (seen.Add(end) && leads.TryGetValue(end, out var next))
            end = next;
        return end;
    }
}

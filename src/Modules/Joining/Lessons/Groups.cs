namespace Parelmuur.Joining.Lessons;

/// <summary>Puts those who finished in groups that are told about together, so that nobody can be found out.</summary>
/// <remarks>
/// The first five of a plan are a group together; after that every five of one size class are. A group never changes, and every
/// list that is shown is whole groups put together. So any two lists differ by whole groups, and what can be cut out of them holds
/// five municipalities or none: k-anonymity with k = 5 (Sweeney 2002), kept over time (Byun and others, 2006). See decision 0055.
/// </remarks>
internal static class Groups
{
    /// <summary>How many tell something together.</summary>
    public const int Size = 5;

    /// <summary>The groups that can be formed now; who is in none waits.</summary>
    /// <param name="isFirst">Whether there is no group yet.</param>
    /// <param name="waiting">Those who are in no group, in order of finishing.</param>
    /// <param name="classOf">The class of each.</param>
    /// <returns>Groups of <see cref="Size"/>, with their class; the first is of all classes and has none.</returns>
    public static IEnumerable<(TClass? Class, IReadOnlyList<T> Members)> Form<T, TClass>(
        bool isFirst, IReadOnlyList<T> waiting, Func<T, TClass?> classOf)
        where TClass : struct
    {
        if (isFirst && waiting.Count < Size)
            yield break;
        if (isFirst)
            yield return (null, [.. waiting.Take(Size)]);
        foreach (var sameClass in waiting.Skip(isFirst ? Size : 0).GroupBy(classOf))
        {
            foreach (var five in sameClass.Chunk(Size).Where(chunk => chunk.Length == Size))
                yield return (sameClass.Key, five);
        }
    }
}

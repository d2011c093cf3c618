using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Index;

/// <summary>The words of the catalogue itself with which compounds can be taken apart.</summary>
/// <remarks>A name is no part of other words, and a compound is taken apart further, so neither is learned.</remarks>
internal static class LearnedWords
{
    private const int ShortestPart = 3;

    /// <summary>Lets the analysis learn them; gives those that are new.</summary>
    public static HashSet<string> Teach(Analyzer analyzer, Vocabulary vocabulary, Snapshot snapshot)
    {
        var before = analyzer.Lexicon;
        List<KeyValuePair<string, int>> words = [];
        foreach (var word in vocabulary.Words)
        {
            if (word.Parts.Length == 0 && !word.Term.IsStopWord && !word.Term.IsCode && !char.IsUpper(word.Surface[0]))
                words.Add(KeyValuePair.Create(word.Term.Folded, snapshot.Uses(word.Id)));
        }

        var after = before.With(words);
        if (after.Count > before.Count)
            analyzer.Learn(after);
        return [.. words.Select(word => word.Key).Where(word => before[word] != after[word])];
    }

    /// <summary>Whether a longer word starts or ends with one of these.</summary>
    public static bool Any(HashSet<string> parts, string word)
    {
        var lookup = parts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var cut = ShortestPart; cut <= word.Length - ShortestPart; cut++)
        {
            if (lookup.Contains(word.AsSpan(0, cut)) || lookup.Contains(word.AsSpan(cut)))
                return true;
        }

        return false;
    }
}

using System.Runtime.InteropServices;

namespace Parelmuur.Search.Index;

/// <summary>Finds words by the runs of three letters they share, for kinship that no rule of grammar knows.</summary>
internal sealed class Trigrams
{
    private const int ShortestWord = 5, MostWords = 20;
    private const float LeastShare = 0.65f;

    private readonly Dictionary<int, AppendOnly<int>> words = [];
    private readonly Lock adding = new();

    /// <summary>Remembers a word; one thread at a time.</summary>
    public void Add(int word, string folded)
    {
        if (folded.Length < ShortestWord)
            return;
        lock (adding)
        {
            foreach (var trigram in Of(folded))
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(words, trigram, out _);
                (list ??= new AppendOnly<int>()).Add(word);
            }
        }
    }

    /// <summary>
    /// Words that share at least two thirds of the trigrams, of the shorter of the two, with the share; most shared first.
    /// </summary>
    public List<(int Word, float Share)> Similar(string folded, Func<int, string> text)
    {
        if (folded.Length < ShortestWord)
            return [];
        // A word has as many trigrams as letters, borders included; a run that comes back hardly matters.
        var mine = Of(folded);
        Dictionary<int, int> shared = [];
        foreach (var trigram in mine)
        {
            if (Find(trigram) is not { } list)
                continue;
            foreach (var word in list.Items)
                CollectionsMarshal.GetValueRefOrAddDefault(shared, word, out _)++;
        }

        return [.. shared
            .Where(found => found.Value >= LeastShare * ShortestWord)
            .Select(found => (Word: found.Key, Share: found.Value / (float)Math.Min(mine.Count, text(found.Key).Length)))
            .Where(found => found.Share >= LeastShare)
            .OrderByDescending(found => found.Share).ThenBy(found => text(found.Word), StringComparer.Ordinal)
            .Take(MostWords)];
    }

    private AppendOnly<int>? Find(int trigram)
    {
        lock (adding)
            return words.GetValueOrDefault(trigram);
    }

    // With the borders of the word, so that beginnings and ends count too.
    private static HashSet<int> Of(string folded)
    {
        HashSet<int> trigrams = [];
        var (first, second) = ('_', folded[0]);
        for (var at = 1; at <= folded.Length; at++)
        {
            var third = at < folded.Length ? folded[at] : '_';
            trigrams.Add((((first * 257) + second) * 257) + third);
            (first, second) = (second, third);
        }

        return trigrams;
    }
}

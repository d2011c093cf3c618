using System.Buffers;
using System.Collections.Concurrent;

namespace Parelmuur.Search.Index;

/// <summary>Finds words by the runs of three letters they share, for kinship that no rule of grammar knows.</summary>
internal sealed class Trigrams
{
    private const int ShortestWord = 5, MostWords = 20;
    private const float LeastShare = 0.65f;

    // What the shortest word must share at least, so every word.
    private const int Fewest = 4;

    // "vulden" shares most of "schulden" and has nothing to do with it.
    private const int SameBeginning = 3, ShortestPart = 3;

    private readonly ConcurrentDictionary<int, AppendOnly<int>> words = [];

    // Per word, close together: most words are passed over by their length, without a look at the word itself.
    private readonly AppendOnly<byte> lengths = new();
    private readonly Lock adding = new();

    /// <summary>Remembers a word; one thread at a time.</summary>
    public void Add(int word, string folded)
    {
        if (folded.Length < ShortestWord)
            return;
        lock (adding)
        {
            while (lengths.Count < word)
                lengths.Add(0);
            lengths.Add((byte)Math.Min(folded.Length, byte.MaxValue));
            foreach (var trigram in Of(folded))
                words.GetOrAdd(trigram, static _ => new AppendOnly<int>()).Add(word);
        }
    }

    /// <summary>
    /// Words that share at least two thirds of the trigrams, of the shorter of the two, with the share; most shared first.
    /// They begin alike, or one of them ends with the other whole: a compound that nobody could take apart.
    /// </summary>
    public List<(int Word, float Share)> Similar(string folded, Func<int, string> text)
    {
        if (folded.Length < ShortestWord)
            return [];
        // A word has as many trigrams as letters, borders included; a run that comes back hardly matters.
        var mine = Of(folded);
        var lists = mine.Select(words.GetValueOrDefault).OfType<AppendOnly<int>>().ToList();
        List<(int Word, float Share)> similar = [];
        foreach (var (word, count) in Shared(lists))
        {
            var share = count / (float)Math.Min(mine.Count, lengths[word]);
            if (share >= LeastShare && MayBeKin(folded, text(word)))
                similar.Add((word, share));
        }

        return [.. similar
            .OrderByDescending(found => found.Share).ThenBy(found => text(found.Word), StringComparer.Ordinal)
            .Take(MostWords)];
    }

    private static bool MayBeKin(string one, string other) =>
        one.AsSpan(0, SameBeginning).SequenceEqual(other.AsSpan(0, SameBeginning)) || EndsWith(one, other) || EndsWith(other, one);

    private static bool EndsWith(string compound, string head) =>
        compound.Length >= head.Length + ShortestPart && compound.EndsWith(head, StringComparison.Ordinal);

    // A byte per word of the vocabulary: counting in place is many times faster than in a dictionary. A word stands once in a list.
    private static List<(int Word, int Count)> Shared(List<AppendOnly<int>> lists)
    {
        var last = -1;
        foreach (var list in lists)
            last = Math.Max(last, list.Items is [.., var highest] ? highest : -1);
        var counts = ArrayPool<byte>.Shared.Rent(last + 1);
        Array.Clear(counts, 0, last + 1);
        List<int> enough = [];
        foreach (var list in lists)
        {
            foreach (var word in list.Items)
            {
                // Words that came in after the question began are left for the next one.
                if (word <= last && counts[word] < byte.MaxValue && ++counts[word] == Fewest)
                    enough.Add(word);
            }
        }

        List<(int Word, int Count)> shared = [.. enough.Select(word => (word, (int)counts[word]))];
        ArrayPool<byte>.Shared.Return(counts);
        return shared;
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

using System.Numerics;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Finds the words that somebody may have meant. The first letter is taken to be right.</summary>
internal sealed class Speller(Vocabulary vocabulary)
{
    private const int ShortestWord = 4, LongWord = 8;
    private const int MostWords = 3;

    /// <summary>The nearest words that entries use, nearest and most used first.</summary>
    public IReadOnlyList<Word> Near(Snapshot snapshot, string folded)
    {
        if (folded.Length < ShortestWord)
            return [];
        var most = folded.Length < LongWord ? 1 : 2;
        var letters = Vocabulary.LettersOf(folded);
        List<(Word Word, int Slips)> near = [];
        var all = vocabulary.Letters;
        for (var id = 0; id < all.Length; id++)
        {
            // Each slip changes at most two kinds of letters; this rules out nearly every word at once.
            if (BitOperations.PopCount(all[id] ^ letters) > 2 * most)
                continue;
            var word = vocabulary[id];
            var text = word.Term.Folded;
            if (text[0] != folded[0] || text.Length < ShortestWord - 1 || word.Term.IsCode)
                continue;
            var slips = EditDistance.Between(folded, text, most);
            if (slips > 0 && slips <= most)
                near.Add((word, slips));
        }

        return [.. near
            .Select(found => (found.Word, found.Slips, Uses: snapshot.Uses(found.Word.Id)))
            .Where(found => found.Uses > 0)
            .OrderBy(found => found.Slips).ThenByDescending(found => found.Uses)
            .ThenBy(found => found.Word.Term.Folded, StringComparer.Ordinal)
            .Take(MostWords)
            .Select(found => found.Word)];
    }
}

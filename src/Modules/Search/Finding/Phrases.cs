using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;
using Step = (int Offset, System.Collections.Generic.HashSet<int> Forms);

namespace Parelmuur.Search.Finding;

/// <summary>Tells whether an entry has words in a row, in any form of theirs.</summary>
/// <remarks>Words that tell nothing are not indexed, so of those only the place counts.</remarks>
internal sealed class Phrases(Vocabulary vocabulary, IReadOnlyList<IReadOnlyList<Term>> phrases)
{
    private readonly List<List<Step>> phrases = [.. phrases.Select(phrase => Steps(vocabulary, phrase))];

    /// <summary>Leaves in a set the entries that have every phrase.</summary>
    public void Keep(Snapshot snapshot, Span<ulong> entries)
    {
        foreach (var phrase in phrases)
        {
            foreach (var document in new BitReader(entries))
            {
                if (!IsIn(snapshot, document, phrase))
                    Bits.Remove(entries, document);
            }
        }
    }

    private static List<Step> Steps(Vocabulary vocabulary, IReadOnlyList<Term> phrase)
    {
        var telling = phrase.Select((term, offset) => (Term: term, Offset: offset)).Where(step => !step.Term.IsStopWord).ToList();
        if (telling.Count == 0)
            telling = [.. phrase.Select((term, offset) => (term, offset))];
        return [.. telling.Select(step => (step.Offset, vocabulary.FindRoot(step.Term.Stem) is { } root ? root.Forms.ToArray().ToHashSet() : []))];
    }

    private static bool IsIn(Snapshot snapshot, int document, List<Step> phrase)
    {
        HashSet<int> starts = [];
        for (var step = 0; step < phrase.Count; step++)
        {
            var found = Starts(snapshot.WordsOf(document), phrase[step]);
            if (step == 0)
                starts = found;
            else
                starts.IntersectWith(found);
            if (starts.Count == 0)
                return false;
        }

        return true;
    }

    private static HashSet<int> Starts(RowReader words, Step step)
    {
        HashSet<int> starts = [];
        while (words.MoveNext())
        {
            if (!step.Forms.Contains(words.Word))
                continue;
            var positions = words.Positions;
            while (positions.MoveNext())
                starts.Add(positions.Position - step.Offset);
        }

        return starts;
    }
}

using System.Collections.Frozen;
using Parelmuur.Search.Analysis;
using Parelmuur.Search.Finding;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>What a plan and an entry do not have in common: their weightiest words without kin on the other side.</summary>
/// <remarks>Where it was made and what it is called always differ, so names, and words of the title, tell nothing here.</remarks>
internal sealed class Differences(Vocabulary vocabulary, Snapshot snapshot, Plan plan, Names names)
{
    private const int MostWords = 5;

    private static readonly FrozenSet<string> Times = string.Join(' ',
        "januari februari maart april mei juni juli augustus september oktober november december",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag werkdag")
        .Split(' ').Select(Stemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    private readonly Relatives relatives = new(vocabulary, plan.Kinship);

    private readonly float[] weights = [.. plan.Kinship.Words.Select(word => Weight(vocabulary, snapshot, word))];

    public (IReadOnlyList<string> OnlyInPlan, IReadOnlyList<string> OnlyInEntry) With(int document)
    {
        var covered = new HashSet<int>();
        List<(string Word, Root Root, float Weight)> others = [];
        var words = snapshot.WordsOf(document);
        while (words.MoveNext())
        {
            var word = vocabulary[words.Word];
            if (relatives.Of(words.Word) is { } kin)
                covered.Add(kin.Asked);
            else if (Tells(word.Term) && !IsLabel(words.Occurrences) && !names.Has(word.Term, word.Surface))
                others.Add((word.Surface, word.Root, snapshot.Weight(word.Root) * MathF.Log2(1 + (Ranking.Tenth * Ranking.Tenths[words.Occurrences]))));
        }

        var lacking = plan.Kinship.Words
            .Select((word, at) => (word.Asked, Weight: weights[at], At: at))
            .Where(word => !covered.Contains(word.At) && Tells(plan.Kinship.Words[word.At].Term)
                && !names.Has(plan.Kinship.Words[word.At].Term, word.Asked))
            .Select(word => (word.Asked, word.Weight));
        return (Heaviest(lacking), Heaviest(others.GroupBy(word => word.Root, (_, forms) => forms.MaxBy(form => form.Weight)).Select(word => (word.Word, word.Weight))));
    }

    // A number, a month or "snel" never tells what a solution is about.
    private static bool Tells(Term term) =>
        !term.IsStopWord && !term.IsCode && !GeneralWords.Contains(term.Stem) && !Times.Contains(term.Stem);

    // The title, nothing but a keyword such as the maker, or what only others say of it.
    private static bool IsLabel(byte occurrences) =>
        (occurrences & Occurrences.InTitle) != 0 || occurrences is Occurrences.InKeywords or Occurrences.Told;

    private static float Weight(Vocabulary vocabulary, Snapshot snapshot, AskedWord word) =>
        (vocabulary.FindRoot(word.Term.Stem) is { } root ? snapshot.Weight(root) : Ranking.Weight(0, snapshot.Count))
            * MathF.Log2(1 + word.Times);

    private static List<string> Heaviest(IEnumerable<(string Word, float Weight)> words) =>
        [.. words.OrderByDescending(word => word.Weight).ThenBy(word => word.Word, StringComparer.Ordinal)
            .Take(MostWords).Select(word => word.Word)];
}

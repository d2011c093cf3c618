using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Thinks of every way in which entries may write an asked word.</summary>
internal sealed class Expansion(Vocabulary vocabulary)
{
    private readonly Speller speller = new(vocabulary);

    /// <summary>The ways to answer one asked word.</summary>
    public Concept Of(AskedWord word)
    {
        List<Way> ways = [new Way(1, [Whole(word.Term)])];
        if (Parts(word.Term) is { Count: > 1 } parts)
            ways.Add(new Way(Ranking.PartsOfCompound, parts));
        return new Concept(word.Asked, Factor: 1, ways);
    }

    /// <summary>The words that may have been meant when no entry knows the asked one; otherwise none.</summary>
    public IReadOnlyList<Word> Meant(Snapshot snapshot, AskedWord word) =>
        word.Term.IsCode || IsKnown(snapshot, word.Term) ? [] : speller.Near(snapshot, word.Term.Folded);

    /// <summary>The way to find the words that may have been meant.</summary>
    public static Way Slips(IReadOnlyList<Word> words) =>
        new(Ranking.Typo, [new Leaf([.. words.Select(word => new Related(word.Id, MatchKind.Typo, 1))])]);

    private Leaf Whole(Term term)
    {
        List<Related> words = [];
        if (vocabulary.FindRoot(term.Stem) is { } root)
        {
            foreach (var form in root.Forms.Items)
            {
                var exact = string.Equals(vocabulary[form].Term.Folded, term.Folded, StringComparison.Ordinal);
                words.Add(new Related(form, exact ? MatchKind.Exact : MatchKind.Form, exact ? 1 : Ranking.Form));
            }

            AddCompounds(words, root);
        }

        return new Leaf(words);
    }

    private List<Leaf> Parts(Term term) =>
        [.. term.Parts.Where(part => part.Leaves == 1).Select(part => Part(vocabulary.FindRoot(part.Stem)))];

    private static Leaf Part(Root? root)
    {
        List<Related> words = [];
        if (root is not null)
        {
            foreach (var form in root.Forms.Items)
                words.Add(new Related(form, MatchKind.Part, 1));
            AddCompounds(words, root);
        }

        return new Leaf(words);
    }

    private static void AddCompounds(List<Related> words, Root root)
    {
        foreach (var compound in root.Compounds.Items)
            words.Add(new Related(compound, MatchKind.Part, Ranking.WithinCompound));
    }

    private bool IsKnown(Snapshot snapshot, Term term) =>
        Knows(snapshot, term.Stem) ||
        (term.Parts.Length > 0 && term.Parts.Where(part => part.Leaves == 1).All(part => Knows(snapshot, part.Stem)));

    private bool Knows(Snapshot snapshot, string stem) =>
        vocabulary.FindRoot(stem) is { } root && snapshot.IsUsed(root);
}

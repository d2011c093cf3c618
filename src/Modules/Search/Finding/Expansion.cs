using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;
using Parelmuur.Search.Thesaurus;

namespace Parelmuur.Search.Finding;

/// <summary>Thinks of every way in which entries may write an asked word.</summary>
internal sealed class Expansion(Vocabulary vocabulary)
{
    private readonly Speller speller = new(vocabulary);

    /// <summary>The word itself with its forms and the compounds it is in, and its own parts.</summary>
    public IReadOnlyList<Way> Of(Term term)
    {
        List<Way> ways = [new Way(1, [Whole(term)])];
        if (Parts(term) is { Count: > 1 } parts)
            ways.Add(new Way(Ranking.PartsOfCompound, parts));
        return ways;
    }

    /// <summary>Other words that look much like it: "kwijtschelden" for "kwijtscheldingen".</summary>
    public IEnumerable<(Word Word, float Share)> Similar(Term term) => vocabulary.Similar(term)
        .Where(found => !string.Equals(found.Word.Term.Stem, term.Stem, StringComparison.Ordinal));

    /// <summary>What other words made from the same word share: "aanvrager" for "aanvraag".</summary>
    public IReadOnlyList<Root> Family(Term term) => term.IsStopWord || term.IsCode
        ? []
        : [.. Derivations.Of(term.Stem).Select(vocabulary.FindRoot).OfType<Root>().Distinct()];

    /// <summary>Another name from the thesaurus.</summary>
    public Way Of(Synonym synonym) =>
        new(synonym.IsBroader ? Ranking.Broader : Ranking.Synonym, [.. synonym.Terms.Select(Whole)]);

    /// <summary>The words that may have been meant when no entry knows the asked one; otherwise none.</summary>
    public IReadOnlyList<Word> Meant(Snapshot snapshot, Term term) =>
        term.IsCode || IsKnown(snapshot, term) ? [] : speller.Near(snapshot, term.Folded);

    /// <summary>The way to find words that look like it.</summary>
    public static Way Of(IEnumerable<(Word Word, float Share)> similar) =>
        new(Ranking.LooksLike, [new Leaf([.. similar.Select(found => new Related(found.Word.Id, found.Share))])]);

    /// <summary>The way to find words of the same family.</summary>
    public static Way Of(IReadOnlyList<Root> family)
    {
        List<Related> words = [];
        foreach (var root in family)
        {
            foreach (var form in root.Forms)
                words.Add(new Related(form, 1));
            AddCompounds(words, root);
        }

        return new Way(Ranking.Family, [new Leaf([.. words.DistinctBy(related => related.Word)])]);
    }

    /// <summary>The way to find the words that may have been meant.</summary>
    public static Way Of(IReadOnlyList<Word> meant) =>
        new(Ranking.Typo, [new Leaf([.. meant.Select(word => new Related(word.Id, 1))])]);

    private Leaf Whole(Term term)
    {
        List<Related> words = [];
        if (vocabulary.FindRoot(term.Stem) is { } root)
        {
            foreach (var form in root.Forms)
            {
                var exact = string.Equals(vocabulary[form].Term.Folded, term.Folded, StringComparison.Ordinal);
                words.Add(new Related(form, exact ? 1 : Ranking.Form));
            }

            AddCompounds(words, root);
        }

        return new Leaf(words);
    }

    // The last part only says what kind of thing it is: who asks for "schuldhulp" is helped more by "schulden" than by "jeugdhulp".
    private List<Leaf> Parts(Term term)
    {
        List<Leaf> parts = [.. term.Parts.Where(part => part.Leaves == 1).Select(part => Part(vocabulary.FindRoot(part.Stem)))];
        if (parts.Count > 1)
            parts[^1] = parts[^1] with { Telling = Ranking.LastPart };
        return parts;
    }

    private static Leaf Part(Root? root)
    {
        List<Related> words = [];
        if (root is not null)
        {
            foreach (var form in root.Forms)
                words.Add(new Related(form, 1));
            AddCompounds(words, root);
        }

        return new Leaf(words);
    }

    private static void AddCompounds(List<Related> words, Root root)
    {
        foreach (var compound in root.Compounds)
            words.Add(new Related(compound, Ranking.WithinCompound));
    }

    private bool IsKnown(Snapshot snapshot, Term term) =>
        Knows(snapshot, term.Stem) ||
        (term.Parts.Length > 0 && term.Parts.Where(part => part.Leaves == 1).All(part => Knows(snapshot, part.Stem)));

    private bool Knows(Snapshot snapshot, string stem) =>
        vocabulary.FindRoot(stem) is { } root && snapshot.IsUsed(root);
}

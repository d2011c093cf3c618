using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Thinks of every way in which entries may write an asked word.</summary>
internal sealed class Expansion(Vocabulary vocabulary)
{
    public Concept Of(Term term, string asked, float factor)
    {
        List<Way> ways = [new Way(1, [Whole(term)])];
        if (Parts(term) is { Count: > 1 } parts)
            ways.Add(new Way(Ranking.PartsOfCompound, parts));
        return new Concept(asked, factor, ways);
    }

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

            foreach (var compound in root.Compounds.Items)
                words.Add(new Related(compound, MatchKind.Part, Ranking.WithinCompound));
        }

        return new Leaf(words);
    }

    private List<Leaf> Parts(Term term)
    {
        List<Leaf> leaves = [];
        foreach (var part in term.Parts)
        {
            if (part.Leaves != 1)
                continue;
            List<Related> words = [];
            if (vocabulary.FindRoot(part.Stem) is { } root)
            {
                foreach (var form in root.Forms.Items)
                    words.Add(new Related(form, MatchKind.Part, 1));
                foreach (var compound in root.Compounds.Items)
                    words.Add(new Related(compound, MatchKind.Part, Ranking.WithinCompound));
            }

            leaves.Add(new Leaf(words));
        }

        return leaves;
    }
}

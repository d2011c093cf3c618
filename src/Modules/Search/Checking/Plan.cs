using Parelmuur.Search.Analysis;
using Parelmuur.Search.Finding;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>A whole text to compare entries with.</summary>
internal sealed class Plan
{
    private readonly Dictionary<Root, float> weights = [];
    private readonly HashSet<string> searched = new(StringComparer.Ordinal);
    private readonly HashSet<(Root, Root)> pairs = [];

    public Plan(Vocabulary vocabulary, Snapshot snapshot, Question question)
    {
        Kinship = new Kinship(question.Words);
        var gist = new Gist();
        foreach (var word in question.Words)
        {
            if (vocabulary.FindRoot(word.Term.Stem) is { } whole)
                gist.Add(whole, word.Times);
            foreach (var part in word.Term.Parts)
            {
                if (part.Leaves == 1 && vocabulary.FindRoot(part.Stem) is { } root)
                    gist.Add(root, word.Times * Gist.PartFactor);
            }
        }

        foreach (var (root, times) in gist.Times)
            weights[root] = Gist.Weight(snapshot, root, times);
        foreach (var (root, _) in Heaviest.Take(40))
            searched.Add(root.Stem);
        Size = MathF.Sqrt(weights.Values.Sum(weight => weight * weight));
        for (var at = 1; at < question.Order.Count; at++)
        {
            if (vocabulary.FindRoot(question.Order[at - 1]) is { } first && vocabulary.FindRoot(question.Order[at]) is { } second)
                pairs.Add((first, second));
        }
    }

    public Kinship Kinship { get; }

    /// <summary>The length of the vector of weights.</summary>
    public float Size { get; }

    /// <summary>The weights, heaviest first.</summary>
    public IEnumerable<KeyValuePair<Root, float>> Heaviest =>
        weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Stem, StringComparer.Ordinal);

    /// <summary>Whether a word, or a part of it, is among what this plan is compared by.</summary>
    public bool Uses(Term term) => searched.Contains(term.Stem);

    public float this[Root root] => weights.GetValueOrDefault(root);

    /// <summary>Whether these roots follow one another somewhere in the plan.</summary>
    public bool HasPair(Root first, Root second) => pairs.Contains((first, second));
}

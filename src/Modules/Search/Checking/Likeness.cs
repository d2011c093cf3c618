using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>Compares entries with a plan: the cosine of their weights, with more for words that stand together in both.</summary>
internal sealed class Likeness(Vocabulary vocabulary, Snapshot snapshot, Plan plan)
{
    // Words with at most two words that tell nothing in between stand together.
    private const int Near = 3;
    private const float Bonus = 0.5f;

    // The title names the thing: its words count as if they were said twice.
    private const float InTitle = 2;

    private readonly Gist gist = new();
    private readonly List<(int Position, Root Root)> shared = [];

    /// <summary>The cosine with the bonus, the share of the plan that the entry covers, and what it was reckoned with.</summary>
    public (float Cosine, float Covered, GistWeights Words) Of(int document)
    {
        Read(document);
        var words = Weights();
        if (words.Size == 0 || plan.Size == 0)
            return (0, 0, words);
        var (product, covered) = (0f, 0f);
        foreach (var (root, weight) in words.Weights)
        {
            var asked = plan[root];
            product += weight * asked;
            covered += asked * asked;
        }

        return ((product + Together()) / (words.Size * plan.Size), covered / (plan.Size * plan.Size), words);
    }

    private void Read(int document)
    {
        gist.Clear();
        shared.Clear();
        var words = snapshot.WordsOf(document);
        while (words.MoveNext())
        {
            var word = vocabulary[words.Word];
            if (word.Term.IsStopWord)
                continue;
            gist.Add(word, (words.Occurrences & Occurrences.InTitle) != 0 ? InTitle : 1);
            if (plan[word.Root] == 0)
                continue;
            var positions = words.Positions;
            while (positions.MoveNext())
                shared.Add((positions.Position, word.Root));
        }
    }

    private GistWeights Weights()
    {
        var (weights, at, size) = (new KeyValuePair<Root, float>[gist.Times.Count], 0, 0f);
        foreach (var (root, times) in gist.Times)
        {
            var weight = Gist.Weight(snapshot, root, times);
            size += weight * weight;
            weights[at++] = KeyValuePair.Create(root, weight);
        }

        return new GistWeights(weights, MathF.Sqrt(size));
    }

    private float Together()
    {
        shared.Sort(static (left, right) => left.Position.CompareTo(right.Position));
        HashSet<(Root, Root)> counted = [];
        var product = 0f;
        for (var at = 1; at < shared.Count; at++)
        {
            var (first, second) = (shared[at - 1], shared[at]);
            if (second.Position - first.Position > Near || !plan.HasPair(first.Root, second.Root) || !counted.Add((first.Root, second.Root)))
                continue;
            var weight = (snapshot.Weight(first.Root) + snapshot.Weight(second.Root)) / 2;
            product += weight * weight;
        }

        return Bonus * product;
    }
}

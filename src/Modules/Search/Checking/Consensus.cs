using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>What the best matches are about together: who is like them belongs with them.</summary>
/// <remarks>
/// A plan says one thing in one way. The best few entries say it in theirs, and so bring the words that the plan lacks
/// ("relevance feedback" after Rocchio). Only entries that were found already are ordered by it, and how strong a match is
/// does not depend on it.
/// </remarks>
internal sealed class Consensus
{
    private const int Best = 5;

    private readonly Dictionary<Root, float> weights = [];
    private readonly float size;

    public Consensus(IEnumerable<Alike> matches)
    {
        foreach (var match in matches.OrderByDescending(match => match.OwnScore).Take(Best).Where(match => match.Words.Size > 0))
        {
            var share = match.OwnScore * match.OwnScore / match.Words.Size;
            foreach (var (root, weight) in match.Words.Weights)
                weights[root] = weights.GetValueOrDefault(root) + (share * weight);
        }

        size = MathF.Sqrt(weights.Values.Sum(weight => weight * weight));
    }

    /// <summary>The cosine of an entry with the best matches together.</summary>
    public float Of(GistWeights words)
    {
        if (size == 0 || words.Size == 0)
            return 0;
        var product = 0f;
        foreach (var (root, weight) in words.Weights)
            product += weight * weights.GetValueOrDefault(root);
        return product / (size * words.Size);
    }
}

using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>A concept with where in the index its words stand, weighed before any entry is looked at.</summary>
/// <remarks>Good for one walk through the index: its readers remember where they are.</remarks>
/// <param name="Factor">See <see cref="Concept"/>.</param>
/// <param name="Weight">The most that one entry can earn by it.</param>
/// <param name="Ways">The ways that some entry takes.</param>
internal sealed record Sought(float Factor, float Weight, IReadOnlyList<SoughtWay> Ways)
{
    public static Sought Of(Snapshot snapshot, Concept concept)
    {
        List<SoughtWay> ways = [];
        var weight = 0f;
        foreach (var way in concept.Ways)
        {
            var sought = SoughtWay.Of(snapshot, way, weight);
            if (sought.Uses == 0)
                continue;
            weight = Math.Max(weight, sought.Weight);
            ways.Add(sought);
        }

        // A word that nobody uses was asked all the same: no entry answers the whole question then.
        return new Sought(concept.Factor, concept.Factor * (weight > 0 ? weight : Ranking.Weight(0, snapshot.Count)), ways);
    }
}

/// <summary>A way to answer with its weight.</summary>
/// <param name="Worth">See <see cref="Way"/>.</param>
/// <param name="Weight">What having all leaves weighs.</param>
/// <param name="Leaves">What an entry should have all of.</param>
internal sealed record SoughtWay(float Worth, float Weight, IReadOnlyList<SoughtLeaf> Leaves)
{
    /// <summary>How often its words are used.</summary>
    public int Uses => Leaves.Sum(leaf => leaf.Uses);

    /// <summary>The weights of the leaves together.</summary>
    public float LeafWeights { get; } = Leaves.Sum(leaf => leaf.Weight);

    /// <summary>The most that an entry can earn by it.</summary>
    public float Most => Worth * Weight;

    /// <param name="snapshot">The index.</param>
    /// <param name="way">What is looked for.</param>
    /// <param name="most">What the asked word itself weighs when it is known: another word never weighs more.</param>
    public static SoughtWay Of(Snapshot snapshot, Way way, float most)
    {
        List<SoughtLeaf> leaves = [.. way.Leaves.Select(leaf => SoughtLeaf.Of(snapshot, leaf))];
        var limit = most > 0 ? most : Ranking.Weight(0, snapshot.Count);
        return new SoughtWay(way.Worth, Math.Min(leaves.Sum(leaf => leaf.Weight), limit), leaves);
    }

    /// <summary>Whether an entry of a part has any of it.</summary>
    /// <param name="part">The number of the part.</param>
    public bool IsIn(int part) => Leaves.Any(leaf => leaf.Words[part].Count > 0);
}

/// <summary>Words that count as the same thing.</summary>
/// <param name="Words">Per part of the snapshot the uses of each of the words, with what it is worth.</param>
/// <param name="Uses">How often they are used.</param>
/// <param name="Weight">How telling they are together.</param>
internal sealed record SoughtLeaf(IReadOnlyList<IReadOnlyList<(BlockReader Uses, float Worth)>> Words, int Uses, float Weight)
{
    public static SoughtLeaf Of(Snapshot snapshot, Leaf leaf)
    {
        var words = new List<(BlockReader, float)>[snapshot.Parts.Length];
        var uses = 0;
        for (var at = 0; at < words.Length; at++)
        {
            words[at] = [];
            var part = snapshot.Parts[at];
            foreach (var (word, worth) in leaf.Words)
            {
                var row = part.Segment.Words.Row(word);
                if (row < 0)
                    continue;
                words[at].Add((part.Segment.Words.Blocks(row), worth));
                uses += part.CountLiving(row);
            }
        }

        uses = Math.Min(uses, snapshot.Count);
        return new SoughtLeaf(words, uses, leaf.Telling * Ranking.Weight(uses, snapshot.Count));
    }
}

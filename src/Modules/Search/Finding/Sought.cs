using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>A concept with where in the index its words stand, weighed before any entry is looked at.</summary>
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

    /// <param name="snapshot">The index.</param>
    /// <param name="way">What is looked for.</param>
    /// <param name="most">What the asked word itself weighs when it is known: another word never weighs more.</param>
    public static SoughtWay Of(Snapshot snapshot, Way way, float most)
    {
        List<SoughtLeaf> leaves = [.. way.Leaves.Select(leaf => SoughtLeaf.Of(snapshot, leaf))];
        var limit = most > 0 ? most : Ranking.Weight(0, snapshot.Count);
        return new SoughtWay(way.Worth, Math.Min(leaves.Sum(leaf => leaf.Weight), limit), leaves);
    }
}

/// <summary>Words that count as the same thing, with where they stand: per part of the snapshot and per word.</summary>
/// <param name="Main">Where the word stands that is used most.</param>
/// <param name="Others">Where the other words stand.</param>
/// <param name="Uses">How often they are used.</param>
/// <param name="Weight">How telling they are together.</param>
internal sealed record SoughtLeaf(IReadOnlyList<Place> Main, IReadOnlyList<Place> Others, int Uses, float Weight)
{
    /// <summary>Where all of the words stand.</summary>
    public IEnumerable<Place> Places => Others.Concat(Main);

    public static SoughtLeaf Of(Snapshot snapshot, Leaf leaf)
    {
        List<Place> main = [], others = [];
        var (uses, most) = (0, 0);
        foreach (var related in leaf.Words)
        {
            var (places, used) = Place.Of(snapshot, related);
            uses += used;
            others.AddRange(used > most ? main : places);
            if (used > most)
                (main, most) = (places, used);
        }

        uses = Math.Min(uses, snapshot.Count);
        return new SoughtLeaf(main, others, uses, Ranking.Weight(uses, snapshot.Count));
    }
}

/// <summary>A row of a word in one part.</summary>
internal readonly record struct Place(Part Part, int Row, float Worth)
{
    /// <summary>The rows of a word in all parts, and how many entries use it.</summary>
    public static (List<Place> Places, int Uses) Of(Snapshot snapshot, Related related)
    {
        List<Place> places = [];
        var uses = 0;
        foreach (var part in snapshot.Parts)
        {
            var row = part.Segment.Words.Row(related.Word);
            if (row < 0)
                continue;
            places.Add(new Place(part, row, related.Worth));
            uses += part.CountLiving(row);
        }

        return (places, uses);
    }
}

using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Reckons for every entry how well it answers a number of concepts.</summary>
internal ref struct Scoring(Snapshot snapshot, Workspace work)
{
    private readonly float[] halves = Ranking.HalfFrequencies(snapshot.AverageLength);

    /// <summary>The weight of all concepts together, had one entry everything.</summary>
    public float Asked { get; private set; }

    /// <summary>Adds what entries earn by one concept.</summary>
    public void Add(Concept concept)
    {
        var weight = 0f;
        foreach (var way in concept.Ways)
            weight = Math.Max(weight, way.Leaves.Count == 1 ? One(way, way.Leaves[0], weight) : Together(way, weight));

        // A word that nobody uses was asked all the same: no entry answers the whole question then.
        weight = concept.Factor * (weight > 0 ? weight : Ranking.Weight(0, snapshot.Count));
        Asked += weight;
        foreach (var document in work.Concept.Touched)
        {
            var earned = work.Concept[document] * concept.Factor;
            work.Total.Add(document, earned);
            work.Covered.Add(document, Math.Min(weight, earned / Ranking.FullAnswer));
        }

        work.Concept.Clear();
    }

    // Another word never weighs more than the asked one, when that is known.
    private readonly float One(Way way, Leaf leaf, float wholeWeight)
    {
        Gather(leaf);
        var found = work.Leaf.Touched;
        var weight = Ranking.Weight(found.Length, snapshot.Count);
        if (wholeWeight > 0)
            weight = Math.Min(weight, wholeWeight);
        foreach (var document in found)
            work.Concept.Raise(document, way.Worth * weight * Saturated(document));
        var isFound = found.Length > 0;
        work.Leaf.Clear();
        return isFound ? weight : 0;
    }

    // Nor do the parts together weigh more than the whole.
    private readonly float Together(Way way, float wholeWeight)
    {
        var total = 0f;
        foreach (var leaf in way.Leaves)
        {
            Gather(leaf);
            var weight = Ranking.Weight(work.Leaf.Touched.Length, snapshot.Count);
            total += weight;
            foreach (var document in work.Leaf.Touched)
                work.Way.Add(document, weight * Saturated(document));
            work.Leaf.Clear();
        }

        var most = Math.Min(total, wholeWeight > 0 ? wholeWeight : Ranking.Weight(0, snapshot.Count));
        foreach (var document in work.Way.Touched)
            work.Concept.Raise(document, way.Worth * most * work.Way[document] / total);
        var isFound = work.Way.Touched.Length > 0;
        work.Way.Clear();
        return isFound ? most : 0;
    }

    private readonly void Gather(Leaf leaf)
    {
        foreach (var part in snapshot.Parts)
        {
            foreach (var related in leaf.Words)
            {
                var row = part.Segment.Words.Row(related.Word);
                if (row < 0)
                    continue;
                var postings = part.Segment.Words.Postings(row);
                while (postings.MoveNext())
                {
                    if (part.Lives(postings.Document))
                        work.Leaf.Add(part.Base + postings.Document, related.Worth * Ranking.Frequency[postings.Occurrences]);
                }
            }
        }
    }

    private readonly float Saturated(int document)
    {
        var frequency = work.Leaf[document];
        return frequency / (frequency + halves[snapshot.Lengths[document]]);
    }
}

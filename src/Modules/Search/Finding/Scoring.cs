using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Reckons for every entry how well it answers a number of concepts.</summary>
internal sealed class Scoring(Snapshot snapshot, Workspace work)
{
    private readonly float[] halves = Ranking.HalfFrequencies(snapshot.AverageLength);
    private bool onlyKnown;

    /// <summary>The weight of all concepts together, had one entry everything.</summary>
    public float Asked { get; private set; }

    /// <summary>Adds what entries earn by each of the concepts.</summary>
    /// <remarks>
    /// The heaviest come first. As soon as all that is left weighs less than the share of the best that a hit must
    /// have, entries that have nothing yet are passed over: they can no longer become one.
    /// </remarks>
    public void Add(IEnumerable<Concept> concepts)
    {
        List<Sought> all = [.. concepts.Select(concept => Sought.Of(snapshot, concept)).OrderByDescending(sought => sought.Weight)];
        var left = all.Sum(sought => sought.Weight);
        Asked += left;
        foreach (var sought in all)
        {
            onlyKnown = onlyKnown || left < Ranking.SmallestShare * work.Totals.HighestCovered();
            left -= sought.Weight;
            Add(sought);
        }
    }

    private void Add(Sought sought)
    {
        // The way with the most entries goes last and straight into the totals.
        var main = sought.Ways.Where(way => way.Leaves.Count == 1).MaxBy(way => way.Uses);
        foreach (var way in sought.Ways)
        {
            if (way == main)
                continue;
            if (way.Leaves.Count == 1)
                One(way);
            else
                Together(way);
        }

        if (main is not null)
            Finish(sought, main);
        foreach (var document in work.Concept.Touched)
        {
            if (work.Concept[document] is > 0 and var earned)
                Earn(sought, document, earned);
        }

        work.Concept.Clear();
    }

    private void One(SoughtWay way)
    {
        Gather(way.Leaves[0]);
        var worth = way.Worth * way.Weight;
        foreach (var document in work.Leaf.Touched)
            work.Concept.Raise(document, worth * Saturated(document, work.Leaf[document]));
        work.Leaf.Clear();
    }

    private void Together(SoughtWay way)
    {
        foreach (var leaf in way.Leaves)
        {
            Gather(leaf);
            foreach (var document in work.Leaf.Touched)
                work.Way.Add(document, leaf.Weight * Saturated(document, work.Leaf[document]));
            work.Leaf.Clear();
        }

        var worth = way.Worth * way.Weight / way.LeafWeights;
        foreach (var document in work.Way.Touched)
            work.Concept.Raise(document, worth * work.Way[document]);
        work.Way.Clear();
    }

    private void Finish(Sought sought, SoughtWay main)
    {
        var (leaf, worth) = (main.Leaves[0], main.Worth * main.Weight);
        if (!leaf.IsOneWord)
        {
            Gather(leaf);
            foreach (var document in work.Leaf.Touched)
                Earn(sought, document, Math.Max(worth * Saturated(document, work.Leaf[document]), work.Concept.Take(document)));
            work.Leaf.Clear();
            return;
        }

        foreach (var place in leaf.Places)
            Stream(sought, worth, place);
    }

    // The innermost loop of all: most of the time of a question with a common word is spent here.
    private void Stream(Sought sought, float worth, Place place)
    {
        var lengths = snapshot.Lengths.AsSpan(place.Part.Base);
        var frequencies = Ranking.Frequency;
        var (others, isAlone, totals) = (work.Concept, work.Concept.Touched.Length == 0, work.Totals);
        var (factor, most) = (sought.Factor, sought.Weight);
        var postings = place.Part.Segment.Words.Postings(place.Row);
        while (postings.MoveNext())
        {
            if (IsPassedOver(place.Part, postings.Document))
                continue;
            var frequency = place.Worth * frequencies[postings.Occurrences];
            var earned = worth * frequency / (frequency + halves[lengths[postings.Document]]);
            var document = place.Part.Base + postings.Document;
            if (!isAlone)
                earned = Math.Max(earned, others.Take(document));
            earned *= factor;
            totals.Add(document, earned, Math.Min(most, earned / Ranking.FullAnswer));
        }
    }

    private void Earn(Sought sought, int document, float earned)
    {
        earned *= sought.Factor;
        work.Totals.Add(document, earned, Math.Min(sought.Weight, earned / Ranking.FullAnswer));
    }

    private void Gather(SoughtLeaf leaf)
    {
        foreach (var place in leaf.Places)
        {
            var postings = place.Part.Segment.Words.Postings(place.Row);
            while (postings.MoveNext())
            {
                if (!IsPassedOver(place.Part, postings.Document))
                    work.Leaf.Add(place.Part.Base + postings.Document, place.Worth * Ranking.Frequency[postings.Occurrences]);
            }
        }
    }

    private bool IsPassedOver(Part part, int document) =>
        !part.Lives(document) || (onlyKnown && !work.Totals.Has(part.Base + document));

    private float Saturated(int document, float frequency) => frequency / (frequency + halves[snapshot.Lengths[document]]);
}

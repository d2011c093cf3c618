using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Reckons for every entry how well it answers a number of concepts.</summary>
internal sealed class Scoring(Snapshot snapshot, Workspace work)
{
    // From this share of the entries on it is faster to reckon all of them, 64 at a time, than each that uses the word.
    private const int SweepFromShare = 8;

    private readonly float[] halves = snapshot.Halves;
    private readonly int[] documents = work.Documents;
    private readonly byte[] occurrences = work.Occurrences;
    private readonly float[] earned = work.Earned;
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
            onlyKnown = onlyKnown || left < Ranking.SmallestShare * work.Totals.HighestCovered;
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
        EarnRest(sought);
        work.Concept.Clear();
    }

    // What was not earned with the main way.
    private void EarnRest(Sought sought)
    {
        var count = 0;
        foreach (var document in work.Concept.Touched)
        {
            if (work.Concept[document] is not (> 0 and var left))
                continue;
            (documents[count], earned[count]) = (document, left * sought.Factor);
            if (++count < documents.Length)
                continue;
            work.Totals.Add(documents, earned, sought.Weight);
            count = 0;
        }

        if (count > 0)
            work.Totals.Add(documents.AsSpan(0, count), earned, sought.Weight);
    }

    private void One(SoughtWay way)
    {
        Gather(way.Leaves[0].Places);
        var worth = way.Worth * way.Weight;
        foreach (var document in work.Leaf.Touched)
            work.Concept.Raise(document, worth * Saturated(document, work.Leaf[document]));
        work.Leaf.Clear();
    }

    private void Together(SoughtWay way)
    {
        foreach (var leaf in way.Leaves)
        {
            Gather(leaf.Places);
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
        Gather(leaf.Others);
        foreach (var place in leaf.Main)
            Finish(sought, worth, place);
        foreach (var document in work.Leaf.Touched)
        {
            if (work.Leaf[document] is > 0 and var frequency)
                work.Concept.Raise(document, worth * Saturated(document, frequency));
        }

        work.Leaf.Clear();
    }

    // Most of the time of a question with a common word is spent here.
    private void Finish(Sought sought, float worth, Place place)
    {
        var words = place.Part.Segment.Words;
        var column = words.Column(place.Row);
        var uses = words.Count(place.Row);
        var wanted = onlyKnown ? Math.Min(uses, Bits.Count(place.Part.Of(work.Totals.Touched))) : uses;
        if (column.IsEmpty)
            Stream(sought, worth, place);
        else if (wanted >= place.Part.Segment.Count / SweepFromShare)
            new Sweep(snapshot, work).Add(sought, worth, place, column);
        else if (wanted < uses)
            LookUp(sought, worth, place, column);
        else
            Stream(sought, worth, place);
    }

    // The entries that are known.
    private void LookUp(Sought sought, float worth, Place place, ReadOnlySpan<byte> column)
    {
        var count = 0;
        foreach (var document in new BitReader(place.Part.Of(work.Totals.Touched)))
        {
            (documents[count], occurrences[count]) = (place.Part.Base + document, column[document]);
            if (column[document] != 0)
                count++;
            if (count < documents.Length)
                continue;
            Earn(sought, worth, place, count);
            count = 0;
        }

        Earn(sought, worth, place, count);
    }

    // The entries that use the word.
    private void Stream(Sought sought, float worth, Place place)
    {
        var postings = place.Part.Segment.Words.Postings(place.Row, place.Part.Base);
        while (Read(ref postings, place.Part) is > 0 and var count)
            Earn(sought, worth, place, count);
    }

    private void Earn(Sought sought, float worth, Place place, int count)
    {
        var (frequencies, factor, leaf, concept) = (Ranking.Frequency, sought.Factor, work.Leaf, work.Concept);
        var isAlone = leaf.Touched.Length + concept.Touched.Length == 0;
        for (var at = 0; at < count; at++)
        {
            var document = documents[at];
            var frequency = place.Worth * frequencies[occurrences[at]];
            if (!isAlone)
                frequency += leaf.Take(document);
            var mine = worth * frequency / (frequency + halves[document]);
            earned[at] = factor * (isAlone ? mine : Math.Max(mine, concept.Take(document)));
        }

        work.Totals.Add(documents.AsSpan(0, count), earned, sought.Weight);
    }

    private void Gather(IEnumerable<Place> places)
    {
        foreach (var place in places)
        {
            var postings = place.Part.Segment.Words.Postings(place.Row, place.Part.Base);
            while (Read(ref postings, place.Part) is > 0 and var count)
            {
                for (var at = 0; at < count; at++)
                    work.Leaf.Add(documents[at], place.Worth * Ranking.Frequency[occurrences[at]]);
            }
        }
    }

    /// <summary>Reads the next entries that still matter; 0 when there are no more.</summary>
    private int Read(ref PostingReader postings, Part part)
    {
        while (postings.Read(documents, occurrences) is > 0 and var count)
        {
            if (onlyKnown || part.HasRemoved)
                count = KeepThatMatter(part, count);
            if (count > 0)
                return count;
        }

        return 0;
    }

    private int KeepThatMatter(Part part, int count)
    {
        var kept = 0;
        for (var at = 0; at < count; at++)
        {
            if (!part.Lives(documents[at] - part.Base) || (onlyKnown && !work.Totals.Has(documents[at])))
                continue;
            (documents[kept], occurrences[kept]) = (documents[at], occurrences[at]);
            kept++;
        }

        return kept;
    }

    private float Saturated(int document, float frequency) => frequency / (frequency + halves[document]);
}

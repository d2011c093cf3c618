using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Reckons for every entry how well it answers a number of concepts.</summary>
/// <remarks>All ways to answer a concept are reckoned for one block of entries before the next block is begun: it stays close to the processor.</remarks>
internal sealed class Scoring(Snapshot snapshot, Workspace work)
{
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
        var wanted = work.Wanted.AsSpan(0, Bits.Words(snapshot.Capacity));
        foreach (var part in snapshot.Parts)
            part.AddLivingTo(wanted);
        var onlyKnown = false;
        foreach (var sought in all)
        {
            if (!onlyKnown && left < Ranking.SmallestShare * work.Totals.HighestCovered)
            {
                onlyKnown = true;
                Bits.Keep(wanted, work.Totals.Touched);
            }

            left -= sought.Weight;
            for (var part = 0; part < snapshot.Parts.Length; part++)
                Add(sought, part, snapshot.Parts[part].Of(wanted));
        }
    }

    private void Add(Sought sought, int part, ReadOnlySpan<ulong> wanted)
    {
        List<SoughtWay> ways = [.. sought.Ways.Where(way => way.IsIn(part))];
        for (var block = 0; ways.Count > 0 && block * BlockReader.Words < wanted.Length; block++)
        {
            var first = block * BlockReader.Words;
            var own = wanted[first..Math.Min(first + BlockReader.Words, wanted.Length)];
            if (!own.ContainsAnyExcept(0UL))
                continue;
            first += Bits.Word(snapshot.Parts[part].Base);
            foreach (var way in ways)
                Reckon(way, part, block, own, snapshot.Halves.AsSpan(first * Bits.PerWord));
            work.Concept.AddTo(work.Totals, first, own, sought.Factor, sought.Weight);
        }
    }

    private void Reckon(SoughtWay way, int part, int block, ReadOnlySpan<ulong> wanted, Span<float> halves)
    {
        foreach (var leaf in way.Leaves)
        {
            foreach (var (uses, worth) in leaf.Words[part])
                work.Leaf.Add(uses, block, wanted, worth);
            if (way.Leaves.Count == 1)
                work.Leaf.RaiseSaturated(work.Concept, halves, way.Most);
            else
                work.Leaf.AddSaturated(work.Way, halves, leaf.Weight);
        }

        if (way.Leaves.Count > 1)
            work.Way.Raise(work.Concept, way.Most / way.LeafWeights);
    }
}

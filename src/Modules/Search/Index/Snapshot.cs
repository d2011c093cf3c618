using Parelmuur.Search.Finding;

namespace Parelmuur.Search.Index;

/// <summary>Everything that can be found at one moment. Never changes; a write makes a new one.</summary>
/// <remarks>An entry's number is its part's <see cref="Part.Base"/> plus its number in the segment.</remarks>
internal sealed class Snapshot
{
    private float[] weights = [];

    public Snapshot(IEnumerable<Part> parts)
    {
        List<Part> placed = [];
        foreach (var part in parts)
        {
            placed.Add(part with { Base = Capacity });
            // Every part begins a new word of a bit set.
            Capacity += Bits.Words(part.Segment.Count) * Bits.PerWord;
            Count += part.Living;
        }

        Parts = [.. placed];
        AverageLength = Count == 0 ? 1 : Math.Max(1, TotalLength() / Count);
        Halves = new float[Capacity];
        // Where a part leaves room, nothing is divided by it: any number but 0 makes that nothing.
        Array.Fill(Halves, 1);
        var halves = Ranking.HalfFrequencies(AverageLength);
        foreach (var part in placed)
        {
            for (var document = 0; document < part.Segment.Count; document++)
                Halves[part.Base + document] = halves[part.Segment.Lengths[document]];
        }
    }

    public static Snapshot Empty { get; } = new([]);

    public Part[] Parts { get; }

    /// <summary>The number of entries that can be found.</summary>
    public int Count { get; }

    /// <summary>One more than the highest entry number.</summary>
    public int Capacity { get; }

    /// <summary>Per entry the frequency at which a word counts for half: see <see cref="Ranking.HalfFrequencies"/>.</summary>
    public float[] Halves { get; }

    /// <summary>Mean number of telling words of an entry.</summary>
    public float AverageLength { get; }

    /// <summary>The entry with this number.</summary>
    public ref readonly Entry this[int document]
    {
        get
        {
            var part = PartOf(document);
            return ref part.Segment.Entries[document - part.Base];
        }
    }

    /// <summary>See <see cref="Segment.IdStarts"/>.</summary>
    public ulong IdStart(int document)
    {
        var part = PartOf(document);
        return part.Segment.IdStarts[document - part.Base];
    }

    public Part PartOf(int document)
    {
        var at = Parts.Length - 1;
        while (Parts[at].Base > document)
            at--;
        return Parts[at];
    }

    /// <summary>The number of a living entry, or -1.</summary>
    public int Find(Guid id)
    {
        foreach (var part in Parts)
        {
            var document = part.Segment.Find(id);
            if (document >= 0 && part.Lives(document))
                return part.Base + document;
        }

        return -1;
    }

    public RowReader WordsOf(int document)
    {
        var part = PartOf(document);
        return part.Segment.Rows[document - part.Base];
    }

    /// <summary>How many entries use a word; removed ones may still count for a while.</summary>
    public int Uses(int word)
    {
        var uses = 0;
        foreach (var part in Parts)
        {
            var row = part.Segment.Words.Row(word);
            if (row >= 0)
                uses += part.Segment.Words.Count(row);
        }

        return uses;
    }

    /// <summary>How telling a root is for what a text is about, counting whole words and parts of compounds alike.</summary>
    public float Weight(Root root)
    {
        var known = Volatile.Read(ref weights);
        if (root.Id >= known.Length)
            known = Grow(root.Id);
        if (known[root.Id] == 0)
            known[root.Id] = Ranking.Weight(Uses(root), Count) * (root.IsGeneral ? Ranking.General : 1);
        return known[root.Id];
    }

    /// <summary>Whether any entry has this root, as a word or as a part of a compound.</summary>
    public bool IsUsed(Root root) => Uses(root) > 0;

    private int Uses(Root root)
    {
        var uses = 0;
        foreach (var word in root.Forms)
            uses += Uses(word);
        foreach (var word in root.Compounds)
            uses += Uses(word);
        return Math.Min(uses, Count);
    }

    // Two readers may each make one; what the loser wrote is reckoned again.
    private float[] Grow(int root)
    {
        var larger = new float[Math.Max(root + 1, 2 * weights.Length)];
        weights.CopyTo(larger, 0);
        Volatile.Write(ref weights, larger);
        return larger;
    }

    private float TotalLength()
    {
        var words = 0.0;
        foreach (var part in Parts)
        {
            for (var document = 0; document < part.Segment.Count; document++)
            {
                if (part.Lives(document))
                    words += EntryLength.Words(part.Segment.Lengths[document]);
            }
        }

        return (float)words;
    }
}

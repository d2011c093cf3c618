using System.Numerics;

namespace Parelmuur.Search.Index;

/// <summary>A segment in a snapshot, without the entries that were removed since it was made.</summary>
internal sealed record Part
{
    private readonly ulong[]? removed;

    public Part(Segment segment) => (Segment, Living) = (segment, segment.Count);

    public Segment Segment { get; }

    /// <summary>How many entries can be found.</summary>
    public int Living { get; private init; }

    /// <summary>The number of the first entry in the snapshot.</summary>
    public int Base { get; init; }

    /// <summary>The share of this part in a set of all entries of the snapshot.</summary>
    public Span<ulong> Of(Span<ulong> entries) => entries.Slice(Base / Bits.PerWord, Bits.Words(Segment.Count));

    /// <inheritdoc cref="Of(Span{ulong})"/>
    public ReadOnlySpan<ulong> Of(ReadOnlySpan<ulong> entries) => entries.Slice(Base / Bits.PerWord, Bits.Words(Segment.Count));

    /// <summary>The entries of one word of bits that can no longer be found.</summary>
    /// <param name="word">The number of the word within this part.</param>
    public ulong Removed(int word) => removed is null ? 0 : removed[word];

    public bool Lives(int document) => removed is null || (removed[document >> 6] & (1UL << (document & 63))) == 0;

    /// <summary>Adds all that can be found to a set of all entries of the snapshot.</summary>
    public void AddLivingTo(Span<ulong> entries)
    {
        var own = Of(entries);
        for (var word = 0; word < own.Length; word++)
            own[word] = ~Removed(word);
        // The last word has room for more entries than there are.
        if (Segment.Count % Bits.PerWord is > 0 and var last)
            own[^1] &= Bits.One(last) - 1;
    }

    /// <summary>How many entries use the word of this row.</summary>
    public int CountLiving(int row)
    {
        if (removed is null)
            return Segment.Words.Count(row);
        var count = 0;
        var postings = Segment.Words.Postings(row);
        while (postings.MoveNext())
            count += Lives(postings.Document) ? 1 : 0;
        return count;
    }

    /// <summary>The same segment without these entries.</summary>
    public Part Without(IEnumerable<int> documents)
    {
        var bits = removed is null ? new ulong[(Segment.Count + 63) / 64] : [.. removed];
        foreach (var document in documents)
            bits[document >> 6] |= 1UL << (document & 63);
        return new Part(this, bits) { Living = Segment.Count - bits.Sum(BitOperations.PopCount) };
    }

    private Part(Part other, ulong[] removed)
        : this(other) => this.removed = removed;
}

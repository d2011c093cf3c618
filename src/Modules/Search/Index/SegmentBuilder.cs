namespace Parelmuur.Search.Index;

/// <summary>Gathers entries one by one, new ones or those of older segments, and makes one segment of them.</summary>
/// <param name="length">About how many bytes the words of all entries will take.</param>
internal sealed class SegmentBuilder(int length = 1 << 16)
{
    private readonly List<Entry> entries = [];
    private readonly ByteWriter rows = new(length);
    private readonly List<int> rowStarts = [0];
    private readonly List<FacetColumnBuilder> facets = [];
    private int lastWord = -1;

    public int Count => entries.Count;

    /// <summary>Adds a new entry.</summary>
    public void Add(Entry entry, EntryWords words, IEnumerable<(int Facet, ushort Value)> values)
    {
        foreach (var (facet, value) in values)
            Facet(facet).Add(entries.Count, value);
        lastWord = Math.Max(lastWord, words.WriteTo(rows));
        Close(entry);
    }

    /// <summary>Copies an entry of another segment.</summary>
    public void Add(Segment segment, int document)
    {
        for (var facet = 0; facet < segment.FacetCount; facet++)
        {
            foreach (var value in segment.Facet(facet).Of(document))
                Facet(facet).Add(entries.Count, value);
        }

        rows.Copy(segment.Rows.Bytes(document));
        lastWord = Math.Max(lastWord, segment.Rows.LastWord);
        Close(segment.Entries[document]);
    }

    public Segment Build() => new(
        [.. entries],
        new EntryRows(rows.ToArray(), [.. rowStarts], lastWord),
        [.. facets.Select(facet => facet.Build())]);

    private void Close(Entry entry)
    {
        entries.Add(entry);
        rowStarts.Add(rows.Length);
    }

    private FacetColumnBuilder Facet(int number)
    {
        while (facets.Count <= number)
            facets.Add(new FacetColumnBuilder());
        return facets[number];
    }
}

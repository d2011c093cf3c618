using System.Buffers.Binary;

namespace Parelmuur.Search.Index;

/// <summary>A number of entries with their words, ready to be searched. Never changes.</summary>
internal sealed class Segment
{
    private readonly Dictionary<Guid, int> documents;
    private readonly FacetColumn[] facets;
    private WordTable? words;
    private Alphabet? alphabet;
    private TitleWords? titles;

    public Segment(Entry[] entries, EntryRows rows, FacetColumn[] facets)
    {
        Entries = entries;
        Rows = rows;
        this.facets = facets;
        documents = new Dictionary<Guid, int>(entries.Length);
        Lengths = new byte[entries.Length];
        IdStarts = new ulong[entries.Length];
        Standings = new Standing[entries.Length];
        for (var document = 0; document < entries.Length; document++)
        {
            documents.Add(entries[document].Id, document);
            Lengths[document] = entries[document].Length;
            IdStarts[document] = IdStart(entries[document].Id);
            Standings[document] = new(entries[document]);
        }
    }

    public int Count => Entries.Length;

    public Entry[] Entries { get; }

    /// <summary>Per entry its length as <see cref="EntryLength"/> writes it, close together for speed.</summary>
    public byte[] Lengths { get; }

    /// <summary>Per entry the first eight bytes of its id, which order nearly all entries as the whole id does; close together for speed.</summary>
    public ulong[] IdStarts { get; }

    /// <summary>Per entry what it is ordered by when nothing is asked, close together for speed.</summary>
    public Standing[] Standings { get; }

    /// <summary>From word to entries; made when first asked for, as many segments are merged into another before that.</summary>
    public WordTable Words => Volatile.Read(ref words) ?? LazyInitializer.EnsureInitialized(ref words, MakeWords);

    /// <summary>From entry to words.</summary>
    public EntryRows Rows { get; }

    public int FacetCount => facets.Length;

    /// <summary>The number of an entry in this segment, or -1.</summary>
    public int Find(Guid id) => documents.TryGetValue(id, out var document) ? document : -1;

    /// <summary>Its titles and words in alphabetical order.</summary>
    public Alphabet Alphabet(Vocabulary vocabulary) =>
        LazyInitializer.EnsureInitialized(ref alphabet, () => new Alphabet(Entries, Words.Ids, vocabulary));

    /// <summary>The words of its titles.</summary>
    public TitleWords Titles(Vocabulary vocabulary) =>
        LazyInitializer.EnsureInitialized(ref titles, () => new TitleWords(Rows, vocabulary));

    public FacetColumn Facet(int number) => number < facets.Length ? facets[number] : FacetColumn.Empty;

    private static ulong IdStart(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    private WordTable MakeWords() => WordTable.From(Rows);
}

using Parelmuur.Search.Analysis;
using Parelmuur.Search.Thesaurus;

namespace Parelmuur.Search.Index;

/// <summary>The index: one writer at a time makes a new snapshot, readers take the last one and never wait.</summary>
internal sealed class SearchIndex(Analyzer analyzer)
{
    // Below this a second thread costs more than it brings.
    private const int WorthSharing = 512;

    private readonly Lock writing = new();
    private Snapshot snapshot = Snapshot.Empty;
    private Synonyms synonyms = Synonyms.Load(analyzer);

    public Analyzer Analyzer => analyzer;

    /// <summary>The thesaurus of now; a new one takes its place as a whole.</summary>
    public Synonyms Synonyms
    {
        get => Volatile.Read(ref synonyms);
        set => Volatile.Write(ref synonyms, value);
    }

    public Vocabulary Vocabulary { get; } = new();

    public FacetNames Facets { get; } = new();

    public Snapshot Snapshot => Volatile.Read(ref snapshot);

    /// <summary>Puts entries in, in place of older ones with the same id, and takes the removed ones out.</summary>
    /// <remarks>
    /// Readers see all of it or nothing. Of one id the last entry counts. When nothing differs from what is there, the snapshot stays.
    /// </remarks>
    public void Put(IReadOnlyList<SearchEntry> entries)
    {
        lock (writing)
        {
            if (With(entries) is { } parts)
                PutTogether(parts);
        }
    }

    /// <summary>As <see cref="Put"/>, for the first of many: until <see cref="Complete"/> who asks something waits longer.</summary>
    public void Fill(IReadOnlyList<SearchEntry> entries)
    {
        lock (writing)
        {
            if (With(entries) is { } parts)
                Volatile.Write(ref snapshot, new Snapshot(parts));
        }
    }

    /// <summary>Readies what <see cref="Fill"/> put in, and takes compounds apart with the words of the catalogue itself too.</summary>
    /// <remarks>Entries need not be read again: they refer to whole words.</remarks>
    public void Complete()
    {
        lock (writing)
        {
            PutTogether(snapshot.Parts);
            Vocabulary.Split(LearnedWords.Teach(analyzer, Vocabulary, snapshot), analyzer);
        }
    }

    // Null when nothing differs.
    private List<Part>? With(IReadOnlyList<SearchEntry> entries)
    {
        var last = Changed(Last(entries));
        if (last.Count == 0)
            return null;
        var kept = snapshot.Parts.Select(part => Without(part, last.Keys)).ToList();
        return [.. kept, .. Build([.. last.Values.Where(entry => !entry.Removed)])];
    }

    private void PutTogether(IEnumerable<Part> parts)
    {
        List<Part> few = [.. Merging.Tidy(parts)];
        // No reader should have to wait for these.
        few.ForEach(part => _ = part.Segment.Words);
        Volatile.Write(ref snapshot, new Snapshot(few));
    }

    private static Dictionary<Guid, SearchEntry> Last(IReadOnlyList<SearchEntry> entries)
    {
        var last = new Dictionary<Guid, SearchEntry>(entries.Count);
        foreach (var entry in entries)
            last[entry.Id] = entry;
        return last;
    }

    private Dictionary<Guid, SearchEntry> Changed(Dictionary<Guid, SearchEntry> entries)
    {
        var print = new EntryPrint();
        foreach (var (id, entry) in entries)
        {
            var there = snapshot.Find(id);
            if (there < 0 ? entry.Removed : !entry.Removed && snapshot[there].Print == print.Of(entry))
                entries.Remove(id);
        }

        return entries;
    }

    private static Part Without(Part part, IEnumerable<Guid> ids)
    {
        var gone = ids.Select(part.Segment.Find).Where(document => document >= 0 && part.Lives(document)).ToList();
        return gone.Count == 0 ? part : part.Without(gone);
    }

    private IEnumerable<Part> Build(SearchEntry[] entries)
    {
        if (entries.Length == 0)
            return [];
        var shares = entries.Length < WorthSharing ? 1 : Environment.ProcessorCount;
        var size = (entries.Length + shares - 1) / shares;
        var segments = new Segment[(entries.Length + size - 1) / size];
        Parallel.For(0, segments.Length, share => segments[share] = BuildOne(entries.Skip(share * size).Take(size)));
        return segments.Select(segment => new Part(segment));
    }

    private Segment BuildOne(IEnumerable<SearchEntry> entries)
    {
        var builder = new SegmentBuilder();
        var words = new EntryWords(analyzer, Vocabulary);
        var print = new EntryPrint();
        foreach (var entry in entries)
        {
            words.Read(entry);
            var key = TitleKeys.Of(entry.Title);
            builder.Add(Entry.Of(entry, key, print.Of(entry), words), words, Values(entry));
        }

        return builder.Build();
    }

    private IEnumerable<(int Facet, ushort Value)> Values(SearchEntry entry)
    {
        foreach (var (name, value) in entry.Facets)
        {
            var facet = Facets.Get(name);
            yield return (facet.Number, facet.Get(value));
        }
    }
}

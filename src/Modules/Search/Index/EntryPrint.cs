using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Parelmuur.Search.Index;

/// <summary>The print of an entry: equal when nothing that is searched, counted or ordered by differs.</summary>
/// <remarks>
/// Most changes around a solution, such as a comment, change nothing here. Then the index stays as it is, and so does what was
/// reckoned with it. Of SHA-256 the first 64 bits: two entries with the same print by chance do not occur.
/// </remarks>
internal sealed class EntryPrint
{
    // All of an entry, for one call: each part by itself takes ten times as long as its bytes.
    private readonly ArrayBufferWriter<byte> written = new();

    /// <summary>The print of an entry.</summary>
    public ulong Of(SearchEntry entry)
    {
        Add(entry.Kind);
        Add(entry.Title);
        Add(entry.Lead);
        Add(entry.Body);
        Add(entry.Keywords);
        Add(entry.Tellings);
        Add(entry.Facets.Count);
        foreach (var (facet, value) in entry.Facets)
        {
            Add(facet);
            Add(value);
        }

        Add(entry.Users);
        Add(entry.ConfirmedUsers);
        Add(entry.Created.DayNumber);
        Add(entry.Confirmed?.DayNumber ?? 0);
        Add((entry.Faded ? 1 : 0) + (entry.Tentative ? 2 : 0));
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(written.WrittenSpan, whole);
        written.ResetWrittenCount();
        return BinaryPrimitives.ReadUInt64LittleEndian(whole);
    }

    private void Add(IReadOnlyList<string> texts)
    {
        Add(texts.Count);
        foreach (var text in texts)
            Add(text);
    }

    // With its length before it, so that nothing can move from one text to the next unseen.
    private void Add(string text)
    {
        Add(text.Length);
        written.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private void Add(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(written.GetSpan(sizeof(int)), number);
        written.Advance(sizeof(int));
    }
}

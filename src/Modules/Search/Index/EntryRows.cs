namespace Parelmuur.Search.Index;

/// <summary>Per entry of a segment the words that it uses: see <see cref="RowReader"/>.</summary>
internal sealed class EntryRows(byte[] bytes, int[] starts, int lastWord)
{
    public int Count => starts.Length - 1;

    /// <summary>How many bytes they take.</summary>
    public int Length => bytes.Length;

    /// <summary>The highest word id.</summary>
    public int LastWord { get; } = lastWord;

    public RowReader this[int document] => new(Bytes(document));

    public ReadOnlySpan<byte> Bytes(int document) => bytes.AsSpan(starts[document], starts[document + 1] - starts[document]);
}

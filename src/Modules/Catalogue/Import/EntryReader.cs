using Parelmuur.Catalogue.Import.Input;

namespace Parelmuur.Catalogue.Import;

/// <summary>Reads the rows of one source, one by one, so that a file may be larger than the memory.</summary>
/// <remarks>An import reads a source several times: <see cref="ReadAsync"/> gives the same rows each time.</remarks>
/// <param name="files">What it reads; a fetched file goes away with the reader.</param>
internal abstract class EntryReader(params InputFile[] files) : IAsyncDisposable
{
    /// <summary>The key under which entries are kept: "algoritmeregister".</summary>
    public abstract string Source { get; }

    /// <summary>The name of the source as people know it: "Algoritmeregister".</summary>
    public abstract string Name { get; }

    /// <summary>How the keys of such sources begin, when each file is one and may come back under another name.</summary>
    public virtual string? Kind => null;

    /// <summary>The newest day that the source names, known after the first reading.</summary>
    public DateOnly? Newest { get; protected set; }

    /// <summary>What to say when it holds no row at all, and what to do about it.</summary>
    public virtual string NothingInIt => "In deze bron staat geen enkele regel. Controleer of het de goede is.";

    /// <summary>All rows in their order.</summary>
    /// <exception cref="ImportFault">Nothing can be read.</exception>
    public abstract IAsyncEnumerable<ImportedRow> ReadAsync(CancellationToken cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var file in files)
            await file.DisposeAsync();
    }

    /// <summary>Keeps the newest of the days that the source names.</summary>
    protected void Saw(DateOnly? day)
    {
        if (day > (Newest ?? DateOnly.MinValue))
            Newest = day;
    }
}

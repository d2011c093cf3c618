namespace Parelmuur.Catalogue.Import.Input;

/// <summary>A file to import: one on this machine, or one that was fetched and goes away afterwards.</summary>
internal sealed class InputFile : IAsyncDisposable
{
    private readonly bool isTemporary;

    private InputFile(string path, string name, bool isTemporary) => (Path, Name, this.isTemporary) = (path, name, isTemporary);

    public string Path { get; }

    /// <summary>The name of the file, or the last part of its address.</summary>
    public string Name { get; }

    /// <summary>Takes a file, or fetches it when it is an address on the web.</summary>
    /// <exception cref="ImportFault">There is no such file, or it cannot be fetched.</exception>
    public static async Task<InputFile> TakeAsync(string from, long maxBytes, CancellationToken cancellation)
    {
        if (from.Contains("://", StringComparison.Ordinal))
        {
            var path = await Download.ToTemporaryFileAsync(from, maxBytes, cancellation);
            return new InputFile(path, new Uri(from).Segments[^1].Trim('/'), isTemporary: true);
        }

        if (!File.Exists(from))
            throw new ImportFault($"Dit bestand is er niet: {from}");
        return new InputFile(from, System.IO.Path.GetFileName(from), isTemporary: false);
    }

    /// <summary>The file from its beginning.</summary>
    /// <exception cref="ImportFault">It cannot be read.</exception>
    public FileStream Open()
    {
        try
        {
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, useAsync: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ImportFault($"Dit bestand is niet te lezen: {Name}. {error.Message}", error);
        }
    }

    public ValueTask DisposeAsync()
    {
        if (isTemporary)
            File.Delete(Path);
        return ValueTask.CompletedTask;
    }
}

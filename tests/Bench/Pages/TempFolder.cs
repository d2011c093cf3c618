namespace Parelmuur.Bench.Pages;

/// <summary>A folder for one run.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("parelmuur-bench-").FullName;

    /// <summary>The database of the run.</summary>
    public string Connection => $"Data Source={System.IO.Path.Combine(Path, "parelmuur.db")}";

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

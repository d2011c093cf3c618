namespace Parelmuur.Bench.Pages;

/// <summary>A folder for one run.</summary>
/// <param name="connection">Another database than an SQLite file in the folder.</param>
internal sealed class TempFolder(string? connection = null) : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("parelmuur-bench-").FullName;

    /// <summary>The database of the run.</summary>
    public string Connection => connection ?? $"Data Source={System.IO.Path.Combine(Path, "parelmuur.db")}";

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

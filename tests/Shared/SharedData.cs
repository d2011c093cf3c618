namespace Parelmuur.Tests;

/// <summary>Facts and official test sets that lie beside the repository, never in it.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file or folder; it need not exist.</summary>
    public static string Path(string path) =>
        Repository.Path(System.IO.Path.Combine("..", "shared", "data", path));

    /// <summary>Whether the file or folder is there.</summary>
    public static bool Exists(string path) => File.Exists(Path(path)) || Directory.Exists(Path(path));
}

/// <summary>A test that needs shared data; it skips, with the reason, where the data is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    /// <param name="path">The file or folder it needs, below the shared data.</param>
    public SharedDataFactAttribute(string path)
    {
        if (!SharedData.Exists(path))
            Skip = $"Needs ../shared/data/{path}";
    }
}

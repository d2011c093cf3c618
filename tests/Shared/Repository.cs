namespace Parelmuur.Tests;

/// <summary>The files of the repository itself.</summary>
internal static class Repository
{
    /// <summary>The folder of the repository, found by walking up from the running tests.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder in the repository; it need not exist.</summary>
    public static string Path(string path) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}

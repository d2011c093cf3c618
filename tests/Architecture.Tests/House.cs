using System.Text.RegularExpressions;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Architecture.Tests;

/// <summary>The rooms and files of the repository, as the rules look at them.</summary>
internal static partial class House
{
    private static readonly string[] Skipped = ["artifacts", "node_modules", "data", "backups", ".git", ".vs", ".idea"];

    /// <summary>The names of the rooms: the folders under src/Modules.</summary>
    public static IReadOnlyList<string> Rooms { get; } =
        [.. Directory.GetDirectories(Repository.Path("src/Modules")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>The rooms as theory data.</summary>
    public static TheoryData<string> EachRoom => [.. Rooms];

    /// <summary>All files that belong to the repository, below a folder, as paths from its root.</summary>
    public static IEnumerable<string> Files(string folder = "", string pattern = "*") =>
        Below(new DirectoryInfo(Repository.Path(folder)), pattern)
            .Select(file => Path.GetRelativePath(Repository.Root, file.FullName)).Order(StringComparer.Ordinal);

    /// <summary>The text of a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Repository.Path(path));

    /// <summary>The plug of a room.</summary>
    public static IModule Plug(string room) =>
        InstalledModules.All.Single(module => module.Name == room);

    /// <summary>Whether a file is one in which a room may show something to others: its door or its plug.</summary>
    public static bool IsDoor(string room, string path) =>
        Path.GetDirectoryName(path) == Path.Combine("src", "Modules", room) && DoorName().IsMatch(Path.GetFileName(path));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder, string pattern) =>
        folder.GetFiles(pattern).Concat(folder.GetDirectories()
            .Where(inner => !Skipped.Contains(inner.Name))
            .SelectMany(inner => Below(inner, pattern)));

    [GeneratedRegex(@"^(I[A-Z]\w*(\.\w+)*|\w+Module)\.cs$")]
    private static partial Regex DoorName();
}

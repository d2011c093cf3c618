using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Parelmuur.Architecture.Tests;

/// <summary>Every room has the same shape, shows only its door, and calls only the rooms it may call.</summary>
public sealed partial class RoomTests
{
    [Fact]
    public void Rooms_AreAllPutIn() =>
        Assert.Equal(House.Rooms, InstalledModules.All.Select(module => module.Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(House.EachRoom), MemberType = typeof(House))]
    public void Room_HasTheFilesThatAStrangerExpects(string room)
    {
        string[] expected = ["README.md", $"{room}.csproj", $"{room}Module.cs", $"I{room}.cs"];
        var source = string.Concat(House.Files($"src/Modules/{room}", "*.cs*").Select(House.Read));
        if (source.Contains(": PlatformDb(", StringComparison.Ordinal))
            expected = [.. expected, $"{room}Db.cs"];
        if (House.Files($"src/Modules/{room}", "*.cshtml").Any(page => House.Read(page).StartsWith("@page", StringComparison.Ordinal)))
            expected = [.. expected, $"{room}Policies.cs", "Resources/en.json"];

        Assert.Equal([], expected.Where(file => !File.Exists(Repository.Path($"src/Modules/{room}/{file}"))));
    }

    [Theory, MemberData(nameof(House.EachRoom), MemberType = typeof(House))]
    public void Room_ShowsOnlyItsDoorAndItsPlug(string room)
    {
        var shown = House.Files($"src/Modules/{room}", "*.cs").Where(file => House.IsDoor(room, file))
            .SelectMany(file => PublicType().Matches(House.Read(file)).Select(match => match.Groups["name"].Value))
            .ToHashSet();

        var others = House.Plug(room).GetType().Assembly.GetExportedTypes()
            .Where(type => !type.IsNested && !shown.Contains(type.Name.Split('`')[0]))
            .Select(type => type.FullName);

        Assert.Equal([], others);
    }

    [Fact]
    public void References_RunFromWebToModulesToDesignToKernel()
    {
        var allowed = new Dictionary<string, string[]>
        {
            ["Kernel"] = [],
            ["Design"] = ["Kernel"],
            ["Migrations"] = ["Kernel"],
            ["Web"] = ["Migrations", "Kernel", "Design", .. House.Rooms],
            ["Cli"] = ["Migrations", "Kernel", "Design", .. House.Rooms],
        };

        var forbidden = Projects()
            .SelectMany(project => References(project).Select(target => (From: Path.GetFileNameWithoutExtension(project), To: target)))
            .Where(step => !allowed.GetValueOrDefault(step.From, ["Kernel", "Design", .. House.Rooms]).Contains(step.To))
            .Select(step => $"{step.From} → {step.To}");

        Assert.Equal([], forbidden);
    }

    [Fact]
    public void References_BetweenRooms_GoToEarlierRoomsOnly()
    {
        // The list of rooms is in the order in which one may call the other; so there can be no circle.
        var order = InstalledModules.All.Select(module => module.Name).ToList();

        var wrong = House.Rooms.SelectMany(room => References($"src/Modules/{room}/{room}.csproj")
            .Where(target => order.IndexOf(target) >= order.IndexOf(room))
            .Select(target => $"{room} → {target}"));

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        var listed = XDocument.Parse(House.Read("Parelmuur.slnx")).Descendants("Project")
            .Select(project => (string)project.Attribute("Path")!).Order(StringComparer.Ordinal);

        Assert.Equal(House.Files(pattern: "*.csproj"), listed);
    }

    private static IEnumerable<string> Projects() => House.Files("src", "*.csproj");

    private static IEnumerable<string> References(string project) =>
        XDocument.Parse(House.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

    [GeneratedRegex(
        @"^public (?:(?:sealed|static|abstract|partial|readonly|ref) )*(?:class|record struct|record class|record|struct|interface|enum|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();
}

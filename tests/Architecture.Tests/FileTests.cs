using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parelmuur.Architecture.Tests;

/// <summary>What may and may not stand in the files of the repository.</summary>
public sealed partial class FileTests
{
    private static readonly string[] Binary = [".woff2", ".docx", ".odt", ".xlsx", ".png", ".ico", ".jpg", ".pdf"];

    [Fact]
    public void Files_NameNoMachineAndNoRegistry()
    {
        var found = House.Files()
            .Where(file => !Binary.Contains(Path.GetExtension(file)))
            .SelectMany(file => OfAMachine().Matches(House.Read(file)).Select(match => $"{file}: {match.Value}"));

        Assert.Equal([], found);
    }

    [Fact]
    public void PackageLocks_OfNpm_LeaveOpenWhereThePackagesComeFrom()
    {
        var locks = House.Files(pattern: "package-lock.json").ToList();

        Assert.NotEmpty(locks);
        foreach (var file in locks)
        {
            using var json = JsonDocument.Parse(House.Read(file));
            var packages = json.RootElement.GetProperty("packages").EnumerateObject().ToList();
            Assert.All(packages, package => Assert.False(package.Value.TryGetProperty("resolved", out _), $"{file}: {package.Name}"));
            Assert.All(
                packages.Where(package => package.Name.Length > 0),
                package => Assert.True(package.Value.TryGetProperty("integrity", out _), $"{file}: {package.Name}"));
        }
    }

    [Fact]
    public void Documents_LinkToFilesThatExist()
    {
        var broken = House.Files(pattern: "*.md")
            .SelectMany(file => RelativeLink().Matches(House.Read(file))
                .Select(match => (File: file, Target: match.Groups["target"].Value))
                .Where(link => !link.Target.Contains("://", StringComparison.Ordinal)
                    && !link.Target.StartsWith("mailto:", StringComparison.Ordinal)))
            .Where(link => !Path.Exists(Repository.Path(Path.Combine(Path.GetDirectoryName(link.File)!, link.Target))))
            .Select(link => $"{link.File} → {link.Target}");

        Assert.Equal([], broken);
    }

    [Fact]
    public void Projects_AllHaveTheirPackagesLocked() =>
        Assert.Equal(
            [],
            House.Files(pattern: "*.csproj")
                .Where(project => !File.Exists(Repository.Path(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")))));

    /// <summary>The compiler writes messages of several classes in an order of chance, so the same sources would give other bytes.</summary>
    [Fact]
    public void Projects_WriteTheLogFromOneClass() =>
        Assert.Equal(
            [],
            House.Files("src", "*.csproj")
                .Select(project => House.Files(Path.GetDirectoryName(project)!, "*.cs")
                    .Where(file => House.Read(file).Contains("[LoggerMessage(", StringComparison.Ordinal)).ToList())
                .Where(logging => logging.Count > 1)
                .Select(logging => string.Join(", ", logging)));

    /// <summary>A connection goes back to the pool as it is, for the next page. Only what listens keeps one to itself.</summary>
    [Fact]
    public void Sources_LeaveNothingBehindInAConnection() =>
        Assert.Equal(
            ["src/Kernel/Ledger/PostgresListener.cs"],
            House.Files("src", "*.cs").Where(file => LastsInAConnection().IsMatch(House.Read(file))).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\bLISTEN \{|\bSET (?:SESSION|ROLE|search_path)\b|\bset_config\(|\bpg_(?:try_)?advisory_lock|\bCREATE TEMP|\bWITH HOLD\b", RegexOptions.IgnoreCase)]
    private static partial Regex LastsInAConnection();

    // Written so that this file does not match itself.
    [GeneratedRegex(@"(?<![\w.:/~])/(?:root|home/\w+|w[o]rk|Users/\w+)/|registry\.npm[j]s|nuget\.org/v[3]|(?m:^registry\s*=)")]
    private static partial Regex OfAMachine();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)[^)]*\)")]
    private static partial Regex RelativeLink();
}

using System.Text.RegularExpressions;

namespace Parelmuur.Architecture.Tests;

/// <summary>docs/security.md names tests that exist, and numbers that the standard has.</summary>
public sealed partial class SecurityTableTests
{
    private const string Standard = "conformance/asvs/OWASP_Application_Security_Verification_Standard_5.0.0_en.csv";

    private static readonly string Document = House.Read("docs/security.md");

    [Fact]
    public void Test_InTheTable_Exists()
    {
        var tests = House.Files("tests", "*.cs").Select(House.Read).SelectMany(text => Method().Matches(text)).Select(match => match.Groups["name"].Value).ToHashSet();
        var named = Named().Matches(Document).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Where(name => !tests.Contains(name)).Distinct());
    }

    [SharedDataFact(Standard)]
    public void Number_InTheTable_StandsInTheStandard()
    {
        var numbers = Number().Matches(File.ReadAllText(SharedData.Path(Standard))).Select(match => match.Groups["number"].Value).ToHashSet();
        var rows = Row().Matches(Document).SelectMany(match => Requirement().Matches(match.Value)).Select(match => match.Value).ToList();

        Assert.True(rows.Count > 60, $"Only {rows.Count} numbers.");
        Assert.Equal([], rows.Where(number => !numbers.Contains(number)));
    }

    [GeneratedRegex(@"public (?:static )?(?:async )?(?:Task|void) (?<name>\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*_\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^""?V(?<number>\d+\.\d+\.\d+)|,""?V(?<number>\d+\.\d+\.\d+)""?,", RegexOptions.Multiline)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\|(?<numbers>[ 0-9.,–]+)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex Requirement();
}

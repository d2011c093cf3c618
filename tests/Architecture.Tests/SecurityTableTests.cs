using System.Text.RegularExpressions;

namespace Parelmuur.Architecture.Tests;

/// <summary>What the documentation says of security and faults names tests that exist, and all numbers of the standard that it must.</summary>
public sealed partial class SecurityTableTests
{
    private const string Standard = "conformance/asvs/OWASP_Application_Security_Verification_Standard_5.0.0_en.csv";

    private static readonly string Document = string.Join(
        '\n', House.Read("docs/security.md"), House.Read("docs/security-asvs.md"), House.Read("docs/threat-model.md"), House.Read("docs/faults.md"));

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

        Assert.Equal([], Rows().Where(number => !numbers.Contains(number)));
    }

    [SharedDataFact(Standard)]
    public void Number_OfLevelOneOrTwo_StandsInTheTable()
    {
        var asked = Asked().Matches(File.ReadAllText(SharedData.Path(Standard))).Select(match => match.Groups["number"].Value).ToList();
        var rows = Rows().ToHashSet();

        Assert.True(asked.Count > 200, $"Only {asked.Count} numbers.");
        Assert.Equal([], asked.Where(number => !rows.Contains(number)));
    }

    private static IEnumerable<string> Rows() =>
        Row().Matches(Document).SelectMany(match => Requirement().Matches(match.Value)).Select(match => match.Value);

    [GeneratedRegex(@"public (?:static )?(?:async )?(?:Task|void) (?<name>\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*_\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^""?V(?<number>\d+\.\d+\.\d+)|,""?V(?<number>\d+\.\d+\.\d+)""?,", RegexOptions.Multiline)]
    private static partial Regex Number();

    // The level is the last value of a line.
    [GeneratedRegex(@",V(?<number>\d+\.\d+\.\d+),.*,[12]\r?$", RegexOptions.Multiline)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\|(?<numbers>[ 0-9.,–]+)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex Requirement();
}

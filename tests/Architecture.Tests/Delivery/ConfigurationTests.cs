using System.Text.RegularExpressions;

namespace Parelmuur.Architecture.Tests.Delivery;

/// <summary>docs/configuration.md says what the code reads, and nothing that we ship names another setting.</summary>
public sealed partial class ConfigurationTests
{
    private const string Document = "docs/configuration.md", Made = "artifacts/configuration.md";

    private static readonly string[] Keys = [.. KnownSetting.All.Select(setting => setting.Key)];

    [Fact]
    public void Document_IsMadeOfTheSettingsInTheCode()
    {
        var made = Make();
        if (!File.Exists(Repository.Path(Document)) || made != House.Read(Document))
        {
            File.WriteAllText(Repository.Path(Made), made);
            Assert.Fail($"The settings changed. Look at what changed, then: cp {Made} {Document}");
        }
    }

    [Fact]
    public void Setting_ThatIsRead_IsDeclared()
    {
        var read = House.Files("src", "*.cs").SelectMany(file => Read().Matches(House.Read(file)).Select(match => (file, Key: match.Groups["key"].Value))).ToList();

        Assert.Equal(Keys.Distinct(), Keys);
        Assert.NotEmpty(read);
        Assert.Equal([], read.Where(each => !Keys.Any(key => key == each.Key || key.EndsWith($":{each.Key}", StringComparison.Ordinal))));
    }

    [Fact]
    public void Setting_NamedInADocument_Exists()
    {
        var known = KnownSetting.All.Select(setting => setting.Variable).ToHashSet();
        var named = House.Files("docs", "*.md").Concat(House.Files("deploy")).Append("README.md")
            .SelectMany(file => Variable().Matches(House.Read(file)).Select(match => (file, match.Value))).ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Where(each => !known.Contains(each.Value) && !each.Value.EndsWith("__", StringComparison.Ordinal)).Distinct());
    }

    private static string Make() =>
        $"""
        # Configuration

        All settings of the site and of the command line. This page is made of the code; a test compares them.

        A setting is an environment variable, or a file in `SecretsFolder` with the same name, or stands in `appsettings.json`
        beside the program, where a colon stands for a level. Where several say something, the file in `SecretsFolder` counts
        first, and then the environment. Keep passwords in such files: an environment is easily shown to others.

        ## The site

        {Table(KnownSetting.All.Where(setting => !IsOf("Mail:", setting) && !IsOf("SignIn:", setting)))}

        ## Mail

        What it does: [self-hosting.md](self-hosting.md#mail).

        {Table(KnownSetting.All.Where(setting => IsOf("Mail:", setting)))}

        ## Signing in with the account of your work

        For the first provider; the next has 1 where this has 0. How to set one up:
        [self-hosting.md](self-hosting.md#signing-in-with-the-account-of-your-work).

        {Table(KnownSetting.All.Where(setting => IsOf("SignIn:", setting)))}

        """.ReplaceLineEndings("\n");

    private static bool IsOf(string level, KnownSetting setting) => setting.Key.StartsWith(level, StringComparison.Ordinal);

    private static string Table(IEnumerable<KnownSetting> settings) => string.Join('\n',
    [
        "| setting | environment variable | what it is | without it | what it means |",
        "|---|---|---|---|---|",
        .. settings.Select(each => $"| `{each.Key}` | `{each.Variable}` | {each.Kind} | {each.Without} | {each.Meaning} |"),
    ]);

    [GeneratedRegex("""\b(?:[cC]onfiguration|settings|mail)(?:\.GetValue\(|\[)"(?<key>\w[\w:]*)"(?!\s*\]\s*=[^=])""")]
    private static partial Regex Read();

    [GeneratedRegex(@"\b(?:ConnectionStrings|Accounts|Api|Mail|SignIn|Logging)__\w*")]
    private static partial Regex Variable();
}

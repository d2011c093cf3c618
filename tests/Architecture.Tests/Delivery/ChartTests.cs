using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parelmuur.Architecture.Tests.Delivery;

/// <summary>What can be seen of the Helm chart without a cluster, and without Helm where that is absent.</summary>
public sealed partial class ChartTests
{
    private const string Folder = "deploy/helm/parelmuur";

    // Here whoever installs it names what belongs there.
    private static readonly string[] Open = ["settings", "resources.requests", "resources.limits", "ingress.annotations"];

    private static readonly Dictionary<object, object> Values = Yaml.Read($"{Folder}/values.yaml");

    private static readonly string Templates = string.Concat(House.Files($"{Folder}/templates").Select(House.Read));

    [Fact]
    public void Values_AreWhatTheTemplatesUse()
    {
        var used = Used().Matches(Templates).Select(match => match.Groups["path"].Value).Distinct().ToList();
        var given = Leaves(Values).ToList();

        Assert.NotEmpty(used);
        Assert.Equal([], used.Where(path => Values.At(path) is null));
        Assert.Equal([], given.Where(path => !used.Exists(each => path == each || path.StartsWith($"{each}.", StringComparison.Ordinal))));
    }

    [Fact]
    public void Schema_DescribesEveryValue_AndNoOther()
    {
        using var schema = JsonDocument.Parse(House.Read($"{Folder}/values.schema.json"));

        Assert.Equal(
            Leaves(Values).Order(StringComparer.Ordinal),
            Described(schema.RootElement).Where(path => path != "global").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_AreThoseOfTheSite() =>
        Assert.Equal([], Values.NamesAt("settings").Except(KnownSetting.All.Select(setting => setting.Variable)));

    [Fact]
    public void Version_IsThatOfTheSite()
    {
        var version = VersionInBuild().Match(House.Read("Directory.Build.props")).Groups["version"].Value;
        var chart = Yaml.Read($"{Folder}/Chart.yaml");

        Assert.Equal((version, version), (chart.At("appVersion"), chart.At("version")));
        Assert.Equal(version, Yaml.Read("publiccode.yml").At("softwareVersion"));
    }

    [Theory]
    [InlineData("runAsNonRoot: true")]
    [InlineData("readOnlyRootFilesystem: true")]
    [InlineData("allowPrivilegeEscalation: false")]
    [InlineData("drop: [ALL]")]
    [InlineData("type: RuntimeDefault")]
    [InlineData("automountServiceAccountToken: false")]
    [InlineData("maxUnavailable: 0")]
    [InlineData("topologySpreadConstraints:")]
    [InlineData("terminationGracePeriodSeconds: 45")]
    [InlineData("path: /health/live")]
    [InlineData("path: /health/ready")]
    [InlineData("kind: NetworkPolicy")]
    [InlineData("kind: PodDisruptionBudget")]
    public void Templates_HaveWhatHavenAsksOfAnApplication(string line) => Assert.Contains(line, Templates, StringComparison.Ordinal);

    [HelmFact]
    public async Task Helm_FindsNoFault_AndMakesEveryPart()
    {
        var lint = await Programs.RunAsync("helm", "lint", "--strict", Repository.Path(Folder));
        var made = await Programs.RunAsync("helm", "template", "muur", Repository.Path(Folder), "--set", "backup.enabled=true", "--kube-version", "1.29.0");
        var wrong = await Programs.RunAsync("helm", "template", "muur", Repository.Path(Folder), "--set-string", "settings.DrainSeconds=40");

        Assert.True(lint.Code == 0, lint.Output);
        Assert.True(made.Code == 0, made.Output);
        Assert.Equal(
            ["CronJob", "Deployment", "Ingress", "NetworkPolicy", "PodDisruptionBudget", "Service", "ServiceAccount"],
            Kind().Matches(made.Output).Select(match => match.Groups["kind"].Value).Order(StringComparer.Ordinal));
        Assert.NotEqual(0, wrong.Code);
    }

    private static IEnumerable<string> Leaves(Dictionary<object, object> map, string above = "") =>
        map.SelectMany(each => each.Value is Dictionary<object, object> inner && !Open.Contains(above + each.Key)
            ? Leaves(inner, $"{above}{each.Key}.")
            : [above + each.Key]);

    private static IEnumerable<string> Described(JsonElement schema, string above = "") =>
        schema.GetProperty("properties").EnumerateObject().SelectMany(each => each.Value.TryGetProperty("properties", out _) && !Open.Contains(above + each.Name)
            ? Described(each.Value, $"{above}{each.Name}.")
            : [above + each.Name]);

    [GeneratedRegex(@"\.Values\.(?<path>\w+(?:\.\w+)*)")]
    private static partial Regex Used();

    [GeneratedRegex("<Version>(?<version>.+)</Version>")]
    private static partial Regex VersionInBuild();

    [GeneratedRegex("^kind: (?<kind>.+)$", RegexOptions.Multiline)]
    private static partial Regex Kind();
}

/// <summary>A test with the program helm; it skips, with the reason, where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HelmFactAttribute : FactAttribute
{
    public HelmFactAttribute()
    {
        if (Programs.Find("helm") is null)
            Skip = "Needs helm 3 on the path: https://helm.sh";
    }
}

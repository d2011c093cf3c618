using System.Text.RegularExpressions;

namespace Parelmuur.Architecture.Tests.Delivery;

/// <summary>What can be seen of deploy/compose without Docker.</summary>
public sealed partial class ComposeTests
{
    private const string Folder = "deploy/compose/";

    private static readonly Dictionary<object, object> Compose = Yaml.Read(Folder + "compose.yaml");

    public static TheoryData<string> EachService => [.. Compose.NamesAt("services")];

    public static TheoryData<string> EachNode => [.. Nodes];

    private static IEnumerable<string> Nodes => Compose.NamesAt("services").Where(name => name.StartsWith("node", StringComparison.Ordinal));

    [Theory, MemberData(nameof(EachService))]
    public void Service_MayDoNothingThatItNeedNot(string name)
    {
        Assert.Equal(["ALL"], Compose.ListAt($"services.{name}.cap_drop"));
        Assert.Equal(["no-new-privileges:true"], Compose.ListAt($"services.{name}.security_opt"));
        Assert.All(Compose.At($"services.{name}.secrets") as List<object> ?? [], secret => Assert.Contains(
            secret as string ?? (string)((Dictionary<object, object>)secret)["source"], Compose.NamesAt("secrets")));
    }

    [Theory, MemberData(nameof(EachNode))]
    public void Node_CannotWriteInItself_SaysThatItIsReady_AndGetsTimeToStop(string name)
    {
        var drain = int.Parse((string)Compose.At($"services.{name}.environment.DrainSeconds")!, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal("true", Compose.At($"services.{name}.read_only"));
        Assert.Null(Compose.At($"services.{name}.ports"));
        Assert.Equal(["CMD", "/app/Parelmuur.Cli", "ready", "http://localhost:8080"], Compose.ListAt($"services.{name}.healthcheck.test"));
        Assert.Equal("45s", Compose.At($"services.{name}.stop_grace_period"));
        Assert.InRange(drain, 1, 25);
        Assert.Equal([], Compose.NamesAt($"services.{name}.environment").Except(KnownSetting.All.Select(setting => setting.Variable)));
    }

    [Fact]
    public void Proxy_KnowsEveryNode_AndAsksWhichAreReady()
    {
        var caddy = House.Read(Folder + "Caddyfile");

        Assert.Equal(2, Nodes.Count());
        Assert.Contains($"reverse_proxy {string.Join(' ', Nodes.Select(name => $"{name}:8080"))} {{", caddy, StringComparison.Ordinal);
        Assert.Contains("health_uri /health/ready", caddy, StringComparison.Ordinal);
    }

    [Fact]
    public void Example_NamesEveryVariable_AndNoOther() =>
        Assert.Equal(
            Asked().Matches(House.Read(Folder + "compose.yaml")).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal),
            Given().Matches(House.Read(Folder + ".env.example")).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\$\{(?<name>\w+)")]
    private static partial Regex Asked();

    [GeneratedRegex("^#?(?<name>[A-Z_]+)=", RegexOptions.Multiline)]
    private static partial Regex Given();
}

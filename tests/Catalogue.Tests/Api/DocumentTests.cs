using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parelmuur.Catalogue.Tests.Api;

[Collection(WithApi.Name)]
public sealed class DocumentTests(ApiSite api)
{
    private const string File = "docs/api/openapi.json";

    [Fact]
    public async Task Document_Served_IsTheOneInTheRepository()
    {
        using var response = await api.Site.AskAsync("/openapi.json", ("Origin", "https://elders.example"));
        var served = await response.Content.ReadAsStringAsync();

        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(served), JsonNode.Parse(await System.IO.File.ReadAllTextAsync(Repository.Path(File)))),
            $"The API changed. Look at what changed, then start with PublicAddress={ApiSite.PublicAddress} Api__Contact=api@parelmuur.example: "
                + $"curl localhost:5342/api/v1/openapi.json > {File}");
    }

    [Fact]
    public async Task Document_WithoutAnAddress_NamesNone()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: false);

        var document = await site.JsonAsync("/openapi.json");

        Assert.Equal("/api/v1", document.GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.Equal(["name"], document.GetProperty("info").GetProperty("contact").EnumerateObject().Select(each => each.Name));
    }

    [Fact]
    public async Task Document_DescribesEveryAddress()
    {
        var document = await api.Site.JsonAsync("/openapi.json");

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["/checks", "/facets", "/intentions", "/municipalities", "/municipalities/{code}", "/organisations", "/organisations/{key}",
                "/search", "/solutions", "/solutions/{slug}", "/uses"],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
    }

    [FactWithLinter]
    public async Task Document_ByTheDesignRules_HasNoErrors()
    {
        using var linter = Process.Start(new ProcessStartInfo(
            FactWithLinterAttribute.Linter,
            ["lint", "--ruleset", SharedData.Path("conformance/adr-linter/media/linter.yaml"), "--format", "json", "--quiet", Repository.Path(File)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = linter.StandardError.ReadToEndAsync();
        var found = await linter.StandardOutput.ReadToEndAsync();
        await linter.WaitForExitAsync();

        Assert.True(linter.ExitCode == 0, found + await errors);
        Assert.Equal(0, JsonDocument.Parse(found).RootElement.GetArrayLength());
    }
}

/// <summary>A test that runs the linter of the design rules; it skips, with the reason, where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithLinterAttribute : FactAttribute
{
    public FactWithLinterAttribute()
    {
        if (!SharedData.Exists("conformance/adr-linter"))
            Skip = "Needs ../shared/data/conformance/adr-linter";
        else if (!System.IO.File.Exists(Linter))
            Skip = "Needs npm: run npm ci in tests/Catalogue.Tests";
    }

    public static string Linter { get; } = Repository.Path("tests/Catalogue.Tests/node_modules/.bin/spectral");
}

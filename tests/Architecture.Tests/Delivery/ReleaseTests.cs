using System.Text.Json.Nodes;

namespace Parelmuur.Architecture.Tests.Delivery;

/// <summary>script/release refuses what may not become a release, and shows what it would change.</summary>
/// <remarks>Each test has a repository of its own, with the files that the script looks at.</remarks>
public sealed class ReleaseTests : IDisposable
{
    private const string Api = "docs/api/openapi.json";

    private static readonly string[] Needed =
    [
        "script/release", "script/tools.sh", "script/api-difference.mjs", Api, "Directory.Build.props", "publiccode.yml",
        "deploy/helm/parelmuur/Chart.yaml", "deploy/compose/.env.example", "CHANGELOG.md",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parelmuur-release-");

    [ReleaseFact]
    public async Task DryRun_ShowsWhatChanges_AndChangesNothing()
    {
        await RepositoryAsync();

        var (code, output) = await ReleaseAsync("0.2.0", "--dry-run");

        Assert.True(code == 0, output);
        Assert.All(
            ["Nothing breaks in the API since v0.1.0.", "+    <Version>0.2.0</Version>", "+softwareVersion: 0.2.0", "+appVersion: 0.2.0", "+PARELMUUR_VERSION=0.2.0", "+## [0.2.0] - 20"],
            line => Assert.Contains(line, output, StringComparison.Ordinal));
        Assert.Equal("", (await GitAsync("status", "--porcelain")).Trim());
        Assert.Equal("v0.1.0", (await GitAsync("tag")).Trim());
    }

    [ReleaseFact]
    public async Task Api_ThatBreaks_NeedsAVersionThatSaysSo()
    {
        await RepositoryAsync();
        await ChangeApiAsync(api => api["paths"]!.AsObject().Remove("/uses"));

        var patch = await ReleaseAsync("0.1.1", "--dry-run");
        var minor = await ReleaseAsync("0.2.0", "--dry-run");

        Assert.Equal(1, patch.Code);
        Assert.Contains("GET /uses: is gone", patch.Output, StringComparison.Ordinal);
        Assert.True(minor.Code == 0, minor.Output);
        Assert.Contains("GET /uses: is gone", minor.Output, StringComparison.Ordinal);
    }

    [ReleaseFact]
    public async Task Api_ThatGrows_BreaksNothing()
    {
        await RepositoryAsync();
        await ChangeApiAsync(api =>
        {
            api["paths"]!["/more"] = api["paths"]!["/uses"]!.DeepClone();
            api["paths"]!["/uses"]!["get"]!["parameters"]!.AsArray().Add(JsonNode.Parse("""{ "name": "more", "in": "query", "schema": { "type": "string" } }"""));
        });

        var (code, output) = await ReleaseAsync("0.1.1", "--dry-run");

        Assert.True(code == 0, output);
        Assert.Contains("Nothing breaks in the API", output, StringComparison.Ordinal);
    }

    [ReleaseFact]
    public async Task Release_OfTheWrongThing_IsRefused()
    {
        await RepositoryAsync();

        Assert.Contains("Name the version", (await RefusedAsync("v2")).Output, StringComparison.Ordinal);
        Assert.Contains("The last release is v0.1.0", (await RefusedAsync("0.0.9")).Output, StringComparison.Ordinal);
        Assert.Contains("The last release is v0.1.0", (await RefusedAsync("0.1.0")).Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(PathOf("new.txt"), "new");
        Assert.Contains("not committed", (await RefusedAsync("0.2.0")).Output, StringComparison.Ordinal);
        await GitAsync("checkout", "--quiet", "-b", "elsewhere");
        Assert.Contains("this is elsewhere", (await RefusedAsync("0.2.0")).Output, StringComparison.Ordinal);
    }

    [ReleaseFact]
    public async Task Differences_OfEachKind_AreTold()
    {
        const string Old =
            """
            { "paths": { "/a": { "get": { "parameters": [ { "name": "q", "in": "query", "schema": { "type": "string", "maxLength": 10 } } ],
              "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } } } } } } },
              "components": { "schemas": { "A": { "type": "object", "required": [ "id" ], "properties": {
                "id": { "type": "integer" }, "name": { "type": "string" }, "inner": { "$ref": "#/components/schemas/A" } } } } } }
            """;

        Assert.Equal("", await DifferenceAsync(Old, api => api["paths"]!["/a"]!["get"]!["parameters"]![0]!["schema"]!["maxLength"] = 20));
        Assert.Equal("", await DifferenceAsync(Old, api => Schema(api)["required"]!.AsArray().Add("name")));
        Assert.Equal("GET /a query q: maxLength is now 5", await DifferenceAsync(Old, api => api["paths"]!["/a"]!["get"]!["parameters"]![0]!["schema"]!["maxLength"] = 5));
        Assert.Equal("GET /a: parameter query q is needed", await DifferenceAsync(Old, api => api["paths"]!["/a"]!["get"]!["parameters"]![0]!["required"] = true));
        Assert.Equal("GET /a: parameter query q is gone", await DifferenceAsync(Old, api => api["paths"]!["/a"]!["get"]!["parameters"]!.AsArray().Clear()));
        Assert.Equal("GET /a 200: name is gone", await DifferenceAsync(Old, api => Schema(api)["properties"]!.AsObject().Remove("name")));
        Assert.Equal("GET /a 200: id may be missing", await DifferenceAsync(Old, api => Schema(api)["required"]!.AsArray().Clear()));
        Assert.Equal(
            "GET /a 200 name: was string, is string or null",
            await DifferenceAsync(Old, api => Schema(api)["properties"]!["name"]!["type"] = JsonNode.Parse("""["string", "null"]""")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static JsonNode Schema(JsonNode api) => api["components"]!["schemas"]!["A"]!;

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private async Task<string> DifferenceAsync(string old, Action<JsonNode> change)
    {
        var changed = JsonNode.Parse(old)!;
        change(changed);
        await File.WriteAllTextAsync(PathOf("old.json"), old);
        await File.WriteAllTextAsync(PathOf("new.json"), changed.ToJsonString());
        return (await Programs.RunAsync("node", Repository.Path("script/api-difference.mjs"), PathOf("old.json"), PathOf("new.json"))).Output.Trim();
    }

    // As it was released before, with something new since.
    private async Task RepositoryAsync()
    {
        foreach (var file in Needed)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.Copy(Repository.Path(file), PathOf(file));
        }

        await File.WriteAllTextAsync(PathOf("CHANGELOG.md"), "# Changelog\n\n## [Unreleased]\n\n### Added\n- Something.\n");
        await GitAsync("init", "--quiet", "--initial-branch=main");
        await CommitAsync();
        await GitAsync("tag", "v0.1.0");
    }

    private async Task ChangeApiAsync(Action<JsonNode> change)
    {
        var api = JsonNode.Parse(await File.ReadAllTextAsync(PathOf(Api)))!;
        change(api);
        await File.WriteAllTextAsync(PathOf(Api), api.ToJsonString());
        await CommitAsync();
    }

    private async Task CommitAsync()
    {
        await GitAsync("add", "--all");
        await GitAsync("-c", "user.name=Test", "-c", "user.email=test@parelmuur.example", "commit", "--quiet", "--message", "A change");
    }

    private async Task<(int Code, string Output)> RefusedAsync(string version)
    {
        var answer = await ReleaseAsync(version, "--dry-run");
        Assert.Equal(1, answer.Code);
        return answer;
    }

    private Task<(int Code, string Output)> ReleaseAsync(params string[] arguments) => Programs.RunInAsync(folder.FullName, PathOf("script/release"), arguments);

    private async Task<string> GitAsync(params string[] arguments)
    {
        var (code, output) = await Programs.RunInAsync(folder.FullName, "git", arguments);
        Assert.True(code == 0, output);
        return output;
    }
}

/// <summary>A test of the script for releases; it skips, with the reason, where a program is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReleaseFactAttribute : FactAttribute
{
    public ReleaseFactAttribute()
    {
        foreach (var program in (string[])["bash", "git", "node"])
        {
            if (Programs.Find(program) is null)
                Skip = $"Needs {program}";
        }
    }
}

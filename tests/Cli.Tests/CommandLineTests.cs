using System.Text.Json;

namespace Parelmuur.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly Terminal terminal = new();

    [Fact]
    public async Task Help_ListsEveryCommandInDutch()
    {
        var answer = await terminal.RunAsync("--help");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.All(
            ["import", "template", "check", "search", "export", "reorganise", "migrate", "ready", "user", "Toont deze uitleg."],
            word => Assert.Contains(word, answer.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("onzin")]
    [InlineData("import")]
    [InlineData("import", "spreadsheet")]
    [InlineData("check")]
    [InlineData("ready", "hier")]
    [InlineData("search", "parkeren", "--take", "0")]
    [InlineData("export", "pdf")]
    [InlineData("user", "create-manager", "--name", "Ada")]
    [InlineData("reorganise", "--date", "vorig jaar")]
    public async Task WrongUse_EndsWithTwoAndSaysWhereTheHelpIs(params string[] arguments)
    {
        var answer = await terminal.RunAsync(arguments);

        Assert.Equal(2, answer.Code);
        Assert.Contains("Zie hoe het wel moet: parelmuur", answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(terminal.PathOf("proef.db")));
    }

    [Fact]
    public async Task Import_NoSuchFile_EndsWithOneAndSaysWhy()
    {
        var answer = await terminal.RunAsync("import", "spreadsheet", "bestaat-niet.csv");

        Assert.Equal(1, answer.Code);
        Assert.Contains("bestaat-niet.csv", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_NobodyThere_EndsWithOneAndSaysSo()
    {
        var answer = await terminal.RunAsync("ready", "http://no-such-site.invalid");

        Assert.Equal((1, "De site antwoordt niet."), (answer.Code, answer.Error.Trim()));
    }

    [Fact]
    public async Task Settings_InFiles_AreReadByTheirNames()
    {
        var folder = Directory.CreateDirectory(terminal.PathOf("secrets"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ConnectionStrings__Parelmuur"), $"Data Source={terminal.PathOf("geheim.db")}\n");

        var answer = await terminal.RunAsync(("SecretsFolder", folder.FullName), "migrate");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.True(File.Exists(terminal.PathOf("geheim.db")));
        Assert.False(File.Exists(terminal.PathOf("proef.db")));
    }

    [Fact]
    public async Task Settings_InAFolderThatIsNotThere_EndsWithOneAndSaysWhich()
    {
        var answer = await terminal.RunAsync(("SecretsFolder", terminal.PathOf("weg")), "migrate");

        Assert.Equal((1, $"SecretsFolder: de map {terminal.PathOf("weg")} is er niet."), (answer.Code, answer.Error.Trim()));
    }

    [Fact]
    public async Task Reorganise_ShowsWhatWouldMove_MovesItOnce_AndNotBeforeItsDay()
    {
        Assert.Contains("niets dat nog bij een ander moet staan", (await terminal.RunAsync("reorganise")).Output, StringComparison.Ordinal);
        await File.WriteAllLinesAsync(terminal.PathOf("werk.csv"), ["Titel,Belofte,Gebruikt door", "Avondspreekuur schulden,Hulp na werktijd.,Weesp; Haaren"]);
        Assert.Equal(0, (await terminal.RunAsync("import", "spreadsheet", "werk.csv")).Code);
        var look = await terminal.RunAsync("reorganise", "--dry-run");
        Assert.Contains("Dit zou veranderen:", look.Output, StringComparison.Ordinal);
        Assert.Matches(@"2022-03-24\s+Weesp\s+1\s+0\s+Amsterdam", look.Output);
        Assert.Matches(@"2021-01-01\s+Haaren\s+1\s+0\s+Boxtel, Oisterwijk, Tilburg, Vught \(elk beslist zelf\)", look.Output);
        Assert.Contains("niets dat nog bij een ander moet staan", (await terminal.RunAsync("reorganise", "--date", "2020-12-31")).Output, StringComparison.Ordinal);
        var future = await terminal.RunAsync("reorganise", "--date", "2999-01-01");
        Assert.Equal((2, true), (future.Code, future.Error.Contains("Die dag moet nog komen.", StringComparison.Ordinal)));
        Assert.Contains("Dit is veranderd:", (await terminal.RunAsync("reorganise")).Output, StringComparison.Ordinal);
        Assert.Contains("niets dat nog bij een ander moet staan", (await terminal.RunAsync("reorganise")).Output, StringComparison.Ordinal);
        Assert.Contains("Amsterdam", (await terminal.RunAsync("export", "uses")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FilledTemplate_CanBeCheckedSearchedAndExported()
    {
        Assert.Equal(0, (await terminal.RunAsync("template", "spreadsheet", "werk.csv")).Code);
        var names = (await File.ReadAllLinesAsync(terminal.PathOf("werk.csv")))[0].TrimStart('\uFEFF').Split(';');
        var row = names.Select(name => name switch
        {
            "Titel" => "Avondspreekuur schulden",
            "Belofte" => "Inwoners met schulden krijgen hulp na werktijd.",
            "Gebruikt door" => "Gouda",
            _ => "",
        });
        await File.AppendAllLinesAsync(terminal.PathOf("werk.csv"), [string.Join(';', row)]);

        var import = await terminal.RunAsync("import", "spreadsheet", "werk.csv", "--report", "verslag.csv");
        var check = await terminal.RunAsync("check", "Een spreekuur voor inwoners met schulden", "--json");
        var search = await terminal.RunAsync("search", "schulden");
        var solutions = await terminal.RunAsync("export", "jsonl");
        var uses = await terminal.RunAsync("export", "uses", "gebruik.csv");

        Assert.Equal([0, 0, 0, 0, 0], [import.Code, check.Code, search.Code, solutions.Code, uses.Code]);
        Assert.Contains("Nieuwe oplossingen: 1. Nieuw gebruik: 1.", import.Output, StringComparison.Ordinal);
        Assert.Contains("Added", await File.ReadAllTextAsync(terminal.PathOf("verslag.csv")), StringComparison.Ordinal);
        using var found = JsonDocument.Parse(check.Output);
        Assert.Equal("Avondspreekuur schulden", found.RootElement.GetProperty("found")[0].GetProperty("title").GetString());
        Assert.Contains("/oplossingen/avondspreekuur-schulden", search.Output, StringComparison.Ordinal);
        using var exported = JsonDocument.Parse(Assert.Single(solutions.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("Avondspreekuur schulden", exported.RootElement.GetProperty("title").GetString());
        Assert.Contains("Gouda", await File.ReadAllTextAsync(terminal.PathOf("gebruik.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_CreateManager_PrintsALinkOnceAndKnowsTheAccountAfterwards()
    {
        string[] command = ["user", "create-manager", "--name", "Ada Kok", "--email", "ada@eerste.example"];
        var first = await terminal.RunAsync(command);
        var second = await terminal.RunAsync(command);
        var wrong = await terminal.RunAsync("user", "create-manager", "--name", "Ada Kok", "--email", "geen adres");

        Assert.Equal([0, 0, 1], [first.Code, second.Code, wrong.Code]);
        Assert.Matches(@"^http\S+/wachtwoord-kiezen\?wie=[0-9a-f-]{36}&code=\S+$", first.Output.Trim());
        Assert.Contains("had al een account", second.Output, StringComparison.Ordinal);
        Assert.Contains("Schrijf een e-mailadres", wrong.Error, StringComparison.Ordinal);
    }

    public void Dispose() => terminal.Dispose();
}

namespace Parelmuur.Cli.Tests.Backups;

/// <summary>The drill: a back-up is made while people work, and put back after a loss.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly Terminal terminal = new();

    [Fact]
    public async Task Restore_GivesBackWhatWas_AndPutsAsideWhatIs()
    {
        await ImportAsync("Avondspreekuur schulden");
        var made = await terminal.RunAsync("backup", "kluis");
        Assert.Equal((0, ""), (made.Code, made.Error));
        await terminal.RunAsync("export", "all", "voor.zip");
        await ImportAsync("Later gekomen");

        var restored = await terminal.RunAsync("restore", Directory.GetFiles(terminal.PathOf("kluis")).Single());

        Assert.Equal((0, ""), (restored.Code, restored.Error));
        await terminal.RunAsync("export", "all", "na.zip");
        Assert.Equal(await File.ReadAllBytesAsync(terminal.PathOf("voor.zip")), await File.ReadAllBytesAsync(terminal.PathOf("na.zip")));
        Assert.DoesNotContain("Later gekomen", (await terminal.RunAsync("export", "csv")).Output, StringComparison.Ordinal);
        var aside = Assert.Single(Directory.GetFiles(terminal.PathOf(""), "proef.voor_herstel_*.db"));
        Assert.Contains(aside, restored.Output, StringComparison.Ordinal);
        using var old = new Terminal($"Data Source={aside}");
        Assert.Contains("Later gekomen", (await old.RunAsync("export", "csv")).Output, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Restore_WhileTheSiteRuns_OrIntoWhatIsNotEmpty_ChangesNothing(DatabaseKind kind)
    {
        await ImportAsync("Avondspreekuur schulden");
        await terminal.RunAsync("export", "all", "alles.zip");
        await using var site = await ParelmuurApp.StartAsync(kind);
        using var beside = new Terminal(site.Connection);

        var running = await beside.RunAsync("restore", terminal.PathOf("alles.zip"));
        var filled = await beside.RunAsync("import", "all", terminal.PathOf("alles.zip"));

        Assert.Equal((1, true), (running.Code, running.Error.Contains("Zet eerst de site stil.", StringComparison.Ordinal)));
        Assert.Equal((1, true), (filled.Code, filled.Error.Contains("Deze database is niet leeg.", StringComparison.Ordinal)));
        Assert.Contains("Vroegbel", (await site.PageAsync("/oplossingen/vroegbel")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_KeepsSoMany_AndSaysWhenThereIsNothing()
    {
        var nothing = await terminal.RunAsync("backup", "kluis");
        Assert.Equal((1, true), (nothing.Code, nothing.Error.Contains("Er is geen database", StringComparison.Ordinal)));
        Assert.False(File.Exists(terminal.PathOf("proef.db")));
        Assert.Equal(0, (await terminal.RunAsync("migrate")).Code);
        foreach (var name in (string[])["parelmuur-20200101-000000.zip", "parelmuur-20210101-000000.zip", "eigen.zip"])
            await File.WriteAllTextAsync(Path.Combine(terminal.PathOf("kluis"), name), "oud");

        var answer = await terminal.RunAsync("backup", "kluis", "--keep", "2");

        Assert.Contains("Weggehaald: parelmuur-20200101-000000.zip", answer.Output, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(terminal.PathOf("kluis")).Length);
        Assert.Equal(2, (await terminal.RunAsync("backup", "kluis", "--keep", "0")).Code);
    }

    public void Dispose() => terminal.Dispose();

    private async Task ImportAsync(string title)
    {
        await File.WriteAllTextAsync(terminal.PathOf("werk.csv"), $"Titel,Belofte,Gebruikt door\n{title},Hulp na werktijd.,Gouda\n");
        Assert.Equal(0, (await terminal.RunAsync("import", "spreadsheet", "werk.csv")).Code);
    }
}

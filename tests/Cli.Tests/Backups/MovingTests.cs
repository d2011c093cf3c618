using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Parelmuur.Cli.Tests.Backups;

/// <summary>All that a site keeps goes to the other kind of database and back, and nothing in it changes.</summary>
public sealed class MovingTests
{
    private const string Solution = "/oplossingen/vroegbel", Save = "Bewaar de bijlagen";

    [PostgresFact]
    public async Task EverythingOfARunningSite_GoesToPostgreSqlAndBack_ByteForByte()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var path = await AttachAsync(site);
        using var from = new Terminal(site.Connection);
        await DoneAsync(from, "export", "all", "eerst.zip");

        var postgres = await TestDatabase.EmptyAsync(DatabaseKind.Postgres);
        using var there = new Terminal(postgres.Connection);
        await DoneAsync(there, "import", "all", from.PathOf("eerst.zip"));
        await DoneAsync(there, "export", "all", "daar.zip");
        await using var sqlite = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        using var back = new Terminal(sqlite.Connection);
        await DoneAsync(back, "import", "all", there.PathOf("daar.zip"));
        await DoneAsync(back, "export", "all", "terug.zip");

        Assert.Equal(await File.ReadAllBytesAsync(from.PathOf("eerst.zip")), await File.ReadAllBytesAsync(there.PathOf("daar.zip")));
        Assert.Equal(await File.ReadAllBytesAsync(from.PathOf("eerst.zip")), await File.ReadAllBytesAsync(back.PathOf("terug.zip")));

        // And people go on with it: what was there is there, and what they do now is kept.
        await using var moved = await ParelmuurApp.StartOnAsync(postgres);
        Assert.Contains("Vroegbel", (await moved.PageAsync(Solution)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        using var file = await moved.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(SampleFiles.Pdf, await file.Content.ReadAsByteArrayAsync());
        await AttachAsync(moved);
        using var eva = await moved.AsAsync("Eva Mulder");
        Assert.Equal(2, (await eva.OpenAsync(Solution)).QuerySelectorAll("a[href*='/bestanden/']").Select(link => link.GetAttribute("href")).Distinct().Count());
    }

    [Fact]
    public async Task Backup_HoldsEveryTable_AndSaysWhatItIs()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var terminal = new Terminal(site.Connection);
        await DoneAsync(terminal, "export", "all", "alles.zip");
        await using var zip = await ZipFile.OpenReadAsync(terminal.PathOf("alles.zip"));
        await using var text = await zip.GetEntry("contents.json")!.OpenAsync();
        var contents = (await JsonDocument.ParseAsync(text)).RootElement;
        var written = contents.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("name").GetString()).ToHashSet();
        await using var database = new SqliteConnection(site.Connection);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'";
        await using var tables = await command.ExecuteReaderAsync();
        while (await tables.ReadAsync())
            Assert.True(tables.GetString(0) == "kernel_file_chunks" || written.Contains(tables.GetString(0)), $"{tables.GetString(0)} is missing.");
        Assert.EndsWith("Z", contents.GetProperty("until").GetString(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(terminal.PathOf("alles.zip")));
    }

    private static async Task<string> AttachAsync(ParelmuurApp site)
    {
        using var eva = await site.AsAsync("Eva Mulder");
        await eva.UploadAsync(await eva.OpenAsync($"{Solution}/bijlagen"), Save, HttpStatusCode.OK, [("Form.New", "plan.pdf", SampleFiles.Pdf)]);
        return (await eva.OpenAsync(Solution)).QuerySelector("a[href*='/bestanden/']")!.GetAttribute("href")!;
    }

    private static async Task DoneAsync(Terminal terminal, params string[] command)
    {
        var answer = await terminal.RunAsync(command);
        Assert.True(answer.Code == 0, answer.Error);
    }
}

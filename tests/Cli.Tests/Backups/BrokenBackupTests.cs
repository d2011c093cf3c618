using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Parelmuur.Cli.Tests.Backups;

/// <summary>A back-up that is not whole, or of another version, changes nothing.</summary>
public sealed class BrokenBackupTests
{
    [Theory, OnEachDatabase]
    public async Task Restore_OfWhatIsBroken_LeavesTheDatabaseAsItWas(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        using var here = new Terminal(database.Connection);
        await File.WriteAllTextAsync(here.PathOf("werk.csv"), "Titel,Belofte\nAvondspreekuur schulden,Hulp na werktijd.\n");
        Assert.Equal(0, (await here.RunAsync("import", "spreadsheet", "werk.csv")).Code);
        await here.RunAsync("export", "all", "voor.zip");
        await File.WriteAllTextAsync(here.PathOf("rommel.zip"), "dit is geen zip");
        Change("scheef.zip", (_, lines) => lines.Replace("Avondspreekuur", "Ochtendspreekuur", StringComparison.Ordinal), hash: false);
        Change("dubbel.zip", (_, lines) => lines + lines.Split('\n')[0] + "\n", hash: true);
        Change("later.zip", (contents, lines) => { contents["shape"] = "209901010001_Later"; return lines; }, hash: true);

        foreach (var (file, says) in ((string, string)[])[
            ("rommel.zip", "geen back-up van Parelmuur"), ("scheef.zip", "is niet heel: tables/catalogue_solutions.jsonl"), ("later.zip", "nieuwere versie"), ("dubbel.zip", "")])
        {
            var answer = await here.RunAsync("restore", file);
            Assert.Equal((1, true), (answer.Code, answer.Error.Contains(says, StringComparison.Ordinal)));
            Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
        }

        await here.RunAsync("export", "all", "na.zip");
        Assert.Equal(await File.ReadAllBytesAsync(here.PathOf("voor.zip")), await File.ReadAllBytesAsync(here.PathOf("na.zip")));

        void Change(string to, Func<JsonObject, string, string> change, bool hash)
        {
            File.Copy(here.PathOf("voor.zip"), here.PathOf(to));
            using var zip = ZipFile.Open(here.PathOf(to), ZipArchiveMode.Update);
            var contents = JsonNode.Parse(Read(zip, "contents.json"))!.AsObject();
            var table = contents["tables"]!.AsArray().Single(each => (string?)each!["name"] == "catalogue_solutions")!;
            var lines = change(contents, Read(zip, "tables/catalogue_solutions.jsonl"));
            if (hash)
                table["hash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
            Write(zip, "tables/catalogue_solutions.jsonl", lines);
            Write(zip, "contents.json", contents.ToJsonString());
        }
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var text = new StreamReader(zip.GetEntry(name)!.Open());
        return text.ReadToEnd();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)!.Delete();
        using var to = new StreamWriter(zip.CreateEntry(name).Open());
        to.Write(text);
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Parelmuur.Catalogue.Tests.Import;

/// <summary>Whatever stands in a file, in each format: refused or cleaned with a message, and the rest goes on.</summary>
public sealed class HostileFilesTests
{
    /// <summary>The formats, as somebody would name them.</summary>
    public enum Written
    {
        Json,
        JsonLines,
        Csv,
        Xlsx,
        Yaml,
    }

    // Letters stay letters, so that another encoding shows.
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Script = "<script>alert(1)</script>", Picture = "<img src=x onerror=alert(1)>";

    [Theory]
    [InlineData(Written.Json)]
    [InlineData(Written.JsonLines)]
    [InlineData(Written.Csv)]
    [InlineData(Written.Xlsx)]
    [InlineData(Written.Yaml)]
    public async Task Markup_InAnyField_IsTakenOutWithAMessage(Written format)
    {
        await using var room = await ImportRoom.OpenAsync();

        var report = await ImportAsync(room, format, new Row("1", $"Titel{Script}", $"Belofte {Picture}van tekst.", $"<b>Vet</b>{Script} &lt;iframe src=x&gt;uitleg."));

        Assert.Equal(1, report[ImportOutcome.Added]);
        Assert.All(room.LinesOf(ImportOutcome.Cleaned), line => Assert.Contains("HTML", line.Message, StringComparison.Ordinal));
        Assert.NotEmpty(room.LinesOf(ImportOutcome.Cleaned));
        var solution = await room.AskAsync(db => db.Solutions.SingleAsync());
        Assert.DoesNotContain('<', string.Concat(solution.Title, solution.Promise, solution.WhatWeDid));
        Assert.DoesNotContain("alert", string.Concat(solution.Title, solution.Promise, solution.WhatWeDid), StringComparison.Ordinal);
        Assert.Equal("Titel", solution.Title);
    }

    [Theory]
    [InlineData(Written.Json)]
    [InlineData(Written.JsonLines)]
    [InlineData(Written.Csv)]
    [InlineData(Written.Xlsx)]
    public async Task RowOfAHundredThousandCharacters_IsCutWithAMessage(Written format)
    {
        await using var room = await ImportRoom.OpenAsync();
        var long100 = string.Concat(Enumerable.Repeat("woord ", 17_000));

        var report = await ImportAsync(room, format, new Row("1", "Lang", "Het helpt.", long100), new("2", "Kort", "Het helpt ook.", "Uitleg."));

        Assert.Equal((2, 0), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
        Assert.Contains("ingekort", Assert.Single(room.LinesOf(ImportOutcome.Cleaned)).Message, StringComparison.Ordinal);
        Assert.True(await room.AskAsync(db => db.Solutions.AllAsync(solution => solution.WhatWeDid.Length <= 20_000)));
    }

    [Theory]
    [InlineData(Written.Json)]
    [InlineData(Written.JsonLines)]
    [InlineData(Written.Csv)]
    [InlineData(Written.Xlsx)]
    public async Task RowOfTwoMegabytes_IsRefusedAndTheRestGoesOn(Written format)
    {
        await using var room = await ImportRoom.OpenAsync();

        var report = await ImportAsync(
            room, format, new Row("1", "Te lang", "Het helpt.", new string('x', 2_000_000)), new("2", "Kort", "Het helpt ook.", "Uitleg."));

        Assert.Equal((1, 1), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
        Assert.Contains("langer dan", Assert.Single(room.LinesOf(ImportOutcome.Refused)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Written.Json)]
    [InlineData(Written.JsonLines)]
    [InlineData(Written.Csv)]
    [InlineData(Written.Xlsx)]
    [InlineData(Written.Yaml)]
    public async Task IdThatCameBefore_IsRefusedAndTheRestGoesOn(Written format)
    {
        await using var room = await ImportRoom.OpenAsync();

        var report = await ImportAsync(
            room, format, new Row("1", "Eerste", "Het helpt.", "Uitleg."), new("1", "Dubbel", "Het helpt.", "Uitleg."), new("2", "Derde", "Het helpt.", "Uitleg."));

        Assert.Equal((2, 1), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
        Assert.Contains("eerder", Assert.Single(room.LinesOf(ImportOutcome.Refused)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Written.JsonLines)]
    [InlineData(Written.Csv)]
    public async Task FileInWindows1252_ReadsTheSame(Written format)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var room = await ImportRoom.OpenAsync();
        var (name, content) = Write(format, [new("1", "Café in Súdwest", "Het helpt.", "Uitleg.")]);

        await room.ImportAsync(FormatOf(format), room.Write(name, Encoding.GetEncoding(1252).GetBytes(Encoding.UTF8.GetString(content))));

        Assert.Equal("Café in Súdwest", await room.AskAsync(db => db.Solutions.Select(solution => solution.Title).SingleAsync()));
    }

    [Theory]
    [InlineData(Written.Json)]
    [InlineData(Written.JsonLines)]
    [InlineData(Written.Yaml)]
    public async Task HalfACharacter_IsRefusedAndTheRestGoesOn(Written format)
    {
        await using var room = await ImportRoom.OpenAsync();
        Row[] rows = [new("1", "Stuk HALF", "Het helpt.", "Uitleg."), new("2", "Goed", "Het helpt ook.", "Uitleg.")];
        var file = "";
        foreach (var some in format == Written.Yaml ? rows.Select(row => new[] { row }) : [rows])
        {
            var (name, content) = Write(format, some);
            file = room.Write(
                format == Written.Yaml ? $"{some[0].Id}.yml" : name,
                Encoding.UTF8.GetString(content).Replace("HALF", @"\ud83d", StringComparison.Ordinal));
        }

        var report = await room.ImportAsync(FormatOf(format), format == Written.Yaml ? Path.GetDirectoryName(file)! : file);

        Assert.Equal((1, 1), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
        Assert.NotEmpty(Assert.Single(room.LinesOf(ImportOutcome.Refused)).Message);
    }

    [Theory]
    [InlineData(Written.Json)]
    [InlineData(Written.JsonLines)]
    [InlineData(Written.Csv)]
    public async Task ByteOfAnotherEncoding_LateInTheFile_IsRefusedAndTheRestGoesOn(Written format)
    {
        await using var room = await ImportRoom.OpenAsync();
        // The encoding is judged by the first megabyte.
        var filling = Enumerable.Range(1, 3).Select(each => new Row($"{each}", $"Goed {each}", "Het helpt.", new string('x', 500_000)));
        var (name, content) = Write(format, [.. filling, new("4", "Caf~ in de wijk", "Het helpt.", "Uitleg."), new("5", "Ook goed", "Het helpt.", "Uitleg.")]);

        var report = await room.ImportAsync(
            FormatOf(format), room.Write(name, Array.ConvertAll(content, each => each == (byte)'~' ? (byte)0xE9 : each)));

        Assert.Equal((4, 1), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
        Assert.Contains("niet te lezen", Assert.Single(room.LinesOf(ImportOutcome.Refused)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenLinesBesideTheElementsOfGemma_AreRefusedAndTheRestGoesOn()
    {
        await using var room = await ImportRoom.OpenAsync();
        var elements = room.Write("elementen.jsonl", """
            {"id":"c","naam":"Zaaksysteem","type":"ApplicationComponent"}
            {"id":"s","naam":"Zaken","eigenschappen":{"GEMMA type":"Standaard"}}
            """);
        room.Write(
            "gemma-component-standaard.jsonl",
            $$"""
            {"component_id":"c","standaarden":[{"id":"s"}]}
            {"component_id":"c","standaarden":[{"id":"s"}
            {"component_id":"c","standaarden":"s"}
            {"component_id":"c","standaarden":["s"]}
            ["c","s"]
            {"component_id":"\ud83d","standaarden":[{"id":"s"}]}
            {"component_id":"{{new string('x', 1_100_000)}}","standaarden":[]}
            """,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var report = await room.ImportAsync(ImportFormat.Gemma, elements);

        Assert.Equal((2, 6), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
        Assert.Equal([2, 3, 4, 5, 6, 7], room.LinesOf(ImportOutcome.Refused).Select(line => line.Row));
        Assert.All(room.LinesOf(ImportOutcome.Refused), line => Assert.Contains("gemma-component-standaard.jsonl", line.Message, StringComparison.Ordinal));
        Assert.Equal(1, await room.AskAsync(db => db.Relations.CountAsync()));
    }

    [Fact]
    public async Task YamlInWindows1252_IsRefusedWithTheReason()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var room = await ImportRoom.OpenAsync();
        var (_, content) = Write(Written.Yaml, [new("1", "Café", "Het helpt.", "Uitleg.")]);

        await room.ImportAsync(ImportFormat.PublicCode, room.Write("publiccode.yml", Encoding.GetEncoding(1252).GetBytes(Encoding.UTF8.GetString(content))));

        Assert.Contains("UTF-8", Assert.Single(room.LinesOf(ImportOutcome.Refused)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Written.JsonLines)]
    [InlineData(Written.Csv)]
    [InlineData(Written.Xlsx)]
    public async Task BytesThatMeanNothing_AreAFaultWithAMessage(Written format)
    {
        await using var room = await ImportRoom.OpenAsync();
        var noise = new byte[50_000];
        new Random(7).NextBytes(noise);

        var fault = await Assert.ThrowsAsync<ImportFault>(() =>
            room.ImportAsync(FormatOf(format), room.Write(Write(format, [new("1", "x", "y", "z")]).Name, noise)));

        Assert.NotEmpty(fault.Message);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(3_000_000)]
    public async Task JsonNestedWithoutEnd_IsRefused(int levels)
    {
        await using var room = await ImportRoom.OpenAsync();
        var good = ImportRoom.Algorithm("1", "Goed");

        var report = await room.RegisterAsync(room.Write("diep.json", $"[{good},{{\"id\":{new string('[', levels)}"));

        Assert.Equal((1, 1), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
    }

    [Fact]
    public async Task YamlBombs_AreRefusedAndTheRestGoesOn()
    {
        await using var room = await ImportRoom.OpenAsync();
        var aliases = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 12)
            .Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n")) + "? *a12\n: bom\n";
        var (_, good) = Write(Written.Yaml, [new("1", "Goed", "Het helpt.", "Uitleg.")]);
        room.Write("a.yml", aliases);
        room.Write("b.yml", new string('[', 900_000));
        var folder = Path.GetDirectoryName(room.Write("c.yml", good))!;

        var report = await room.ImportAsync(ImportFormat.PublicCode, folder);

        Assert.Equal((1, 2), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
        Assert.Contains(room.LinesOf(ImportOutcome.Refused), line => line.Message.Contains("voluit", StringComparison.Ordinal));
        Assert.Contains(room.LinesOf(ImportOutcome.Refused), line => line.Message.Contains("lagen", StringComparison.Ordinal));
    }

    private static Task<ImportReport> ImportAsync(ImportRoom room, Written format, params Row[] rows)
    {
        if (format == Written.Yaml)
        {
            var folder = "";
            for (var at = 0; at < rows.Length; at++)
                folder = Path.GetDirectoryName(room.Write($"{at}.yml", Write(format, [rows[at]]).Content))!;
            return room.ImportAsync(ImportFormat.PublicCode, folder);
        }

        var (name, content) = Write(format, rows);
        return room.ImportAsync(FormatOf(format), room.Write(name, content));
    }

    private static ImportFormat FormatOf(Written format) => format switch
    {
        Written.Json => ImportFormat.AlgorithmRegister,
        Written.JsonLines => ImportFormat.Gemma,
        Written.Yaml => ImportFormat.PublicCode,
        _ => ImportFormat.Spreadsheet,
    };

    private static (string Name, byte[] Content) Write(Written format, Row[] rows)
    {
        string[][] table = [["Kenmerk", "Titel", "Belofte", "Wat is er gedaan"], .. rows.Select(row => new[] { row.Id, row.Title, row.Promise, row.Text })];
        return format switch
        {
            Written.Json => ("bron.json", Encoding.UTF8.GetBytes(
                $"[{string.Join(",\n", rows.Select(row => ImportRoom.Algorithm(row.Id, row.Title, purpose: $"{row.Promise} {row.Text}")))}]")),
            Written.JsonLines => ("bron.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row =>
                JsonSerializer.Serialize(
                    new Dictionary<string, object>
                    {
                        ["id"] = row.Id, ["naam"] = row.Title, ["beschrijving"] = $"{row.Promise} {row.Text}",
                        ["eigenschappen"] = new Dictionary<string, string> { ["GEMMA type"] = "Standaard" },
                    },
                    AsItIs))))),
            Written.Csv => ("bron.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", table.Select(row => string.Join(';', row.Select(cell => $"\"{cell}\"")))))),
            Written.Xlsx => ("bron.xlsx", Workbook.Of(table)),
            _ => ("publiccode.yml", Encoding.UTF8.GetBytes(Yaml(rows[0]))),
        };
    }

    private static string Yaml(Row row) =>
        $"""
        publiccodeYmlVersion: "0"
        name: "{row.Title}"
        url: "https://git.example/{row.Id}"
        platforms: [web]
        developmentStatus: stable
        softwareType: standalone/web
        description:
          nl:
            shortDescription: "{row.Promise}"
            longDescription: "{row.Text} {new string('x', 160)}"
            features: [zoeken]
        legal:
          license: EUPL-1.2
        maintenance:
          type: none
        localisation:
          localisationReady: false
          availableLanguages: [nl]
        """;

    private sealed record Row(string Id, string Title, string Promise, string Text);
}

using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Parelmuur.Catalogue.Tests.Import;

public sealed class BadInputTests
{
    [Fact]
    public async Task Import_BrokenRows_AreRefusedAndTheRestGoesOn()
    {
        await using var room = await ImportRoom.OpenAsync();
        var file = room.WriteRegister(
            ImportRoom.Algorithm("1", "Goed"),
            """{ "id": "2", "title": "Geen einde, "organisatie": "x" }""",
            """{ "id": "3" }""",
            """{ "id": "4", "title": { "nl": "Object" } }""",
            "\"een tekst\"",
            ImportRoom.Algorithm("1", "Dubbel"),
            ImportRoom.Algorithm("7", "Ook goed"));

        var report = await room.RegisterAsync(file);

        Assert.Equal((2, 5), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
        Assert.Equal([2, 3, 4, 5, 6], room.LinesOf(ImportOutcome.Refused).Select(line => line.Row).Order());
        Assert.All(room.LinesOf(ImportOutcome.Refused), line => Assert.NotEmpty(line.Message));
    }

    [Fact]
    public async Task Import_TruncatedFile_KeepsWhatIsWhole()
    {
        await using var room = await ImportRoom.OpenAsync();
        var whole = $"{{\"algoritmes\": [{ImportRoom.Algorithm("1", "Goed")}, {ImportRoom.Algorithm("2", "Half")}";

        var report = await room.RegisterAsync(room.Write("half.json", whole[..^20]));

        Assert.Equal((1, 1), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
        Assert.Contains("niet heel", room.LinesOf(ImportOutcome.Refused).Single().Message);
    }

    [Fact]
    public async Task Import_NoRegister_SaysSo()
    {
        await using var room = await ImportRoom.OpenAsync();

        await Assert.ThrowsAsync<ImportFault>(() => room.RegisterAsync(room.Write("x.json", "<html>Niet gevonden</html>")));
        await Assert.ThrowsAsync<ImportFault>(() => room.RegisterAsync("/er/is/geen/bestand.json"));
        await Assert.ThrowsAsync<ImportFault>(() => room.RegisterAsync("ftp://voorbeeld.nl/register.json"));
    }

    [Fact]
    public async Task Import_HostileTexts_BecomePlainText()
    {
        await using var room = await ImportRoom.OpenAsync();
        var file = room.WriteRegister(
            ImportRoom.Algorithm("1", "<b>Vet</b> &amp; <script>alert(1)</script>schoon", purpose: "Als x < 5 &lt;img src=x onerror=alert(1)&gt; en y > 3.\u0007\u202E"),
            ImportRoom.Algorithm("2", "Lang", purpose: string.Concat(Enumerable.Repeat("woord ", 17_000))));

        var report = await room.RegisterAsync(file);

        Assert.Equal(2, report[ImportOutcome.Added]);
        Assert.True(report[ImportOutcome.Cleaned] >= 3);
        var solutions = await room.AskAsync(db => db.Solutions.OrderByDescending(solution => solution.Title).ToListAsync());
        Assert.Equal("Vet & schoon", solutions[0].Title);
        Assert.Equal("Als x < 5 en y > 3.", solutions[0].Promise);
        Assert.InRange(solutions[1].WhatWeDid.Length, 19_900, 20_000);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public async Task Import_OtherEncoding_ReadsTheSame(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var room = await ImportRoom.OpenAsync();
        var encoding = Encoding.GetEncoding(name);
        var json = $"[{{\"id\": \"1\", \"title\": \"Café in Fryslân\", \"organisatie\": \"Gemeente Súdwest-Fryslân\", \"status\": \"in_gebruik\"}}]";

        var report = await room.RegisterAsync(room.Write("x.json", [.. encoding.GetPreamble(), .. encoding.GetBytes(json)]));

        Assert.Equal((1, 1), (report[ImportOutcome.Added], report.Uses));
        Assert.Equal("Café in Fryslân", await room.AskAsync(db => db.Solutions.Select(solution => solution.Title).SingleAsync()));
    }
}

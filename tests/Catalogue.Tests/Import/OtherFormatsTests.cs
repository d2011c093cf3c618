using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Import;

public sealed class OtherFormatsTests
{
    private const string Gemma = "solutions/gemma-elementen.jsonl", Vectors = "conformance/publiccode-vectors/v0";

    [SharedDataFact(Gemma)]
    public async Task Import_Gemma_RelatesComponentsToTheirStandards()
    {
        await using var room = await ImportRoom.OpenAsync();

        var report = await room.ImportAsync(ImportFormat.Gemma, SharedData.Path(Gemma));

        // 171 reference components, 98 others such as national services, 200 standards.
        Assert.Equal((469, 0), (report[ImportOutcome.Added], report[ImportOutcome.Refused]));
        Assert.Equal(200, await room.AskAsync(db => db.Solutions.CountAsync(solution => solution.Kind == SolutionKind.Standard)));
        Assert.Equal(759, await room.AskAsync(db => db.Relations.CountAsync(relation => relation.Kind == RelationKind.ImplementsStandard)));
        var again = await room.ImportAsync(ImportFormat.Gemma, SharedData.Path(Gemma));
        Assert.Equal(469, again[ImportOutcome.Unchanged]);
    }

    [SharedDataFact(Vectors)]
    public async Task Import_ValidPublicCode_IsAccepted()
    {
        await using var room = await ImportRoom.OpenAsync();

        await room.ImportAsync(ImportFormat.PublicCode, SharedData.Path($"{Vectors}/valid"));

        // All of them describe the same repository, so after the first each is a double.
        Assert.DoesNotContain(room.LinesOf(ImportOutcome.Refused), line => !line.Message.Contains("eerder"));
        var solution = await room.AskAsync(db => db.Solutions.FirstAsync());
        Assert.Equal((SolutionKind.Software, "AGPL-3.0-or-later"), (solution.Kind, solution.Licence));
    }

    [SharedDataFact(Vectors)]
    public async Task Import_InvalidPublicCode_IsRefused()
    {
        await using var room = await ImportRoom.OpenAsync();
        // What only the repository or a list kept by others can tell, and the section of one country.
        string[] beyond =
        [
            "categories_invalid", "missing_file", "missing_url", "oembed", "it_", "italian_pa", "scope_invalid", "apiDocumentation_invalid_url",
        ];
        var accepted = new List<string>();
        foreach (var file in Directory.GetFiles(SharedData.Path($"{Vectors}/invalid")).Where(file => !beyond.Any(file.Contains)))
        {
            var report = await room.ImportAsync(ImportFormat.PublicCode, file);
            if (report[ImportOutcome.Refused] != 1)
                accepted.Add(Path.GetFileName(file));
        }

        Assert.Empty(accepted);
    }

    [Theory]
    [InlineData("csv", SpreadsheetFormat.Csv)]
    [InlineData("xlsx", SpreadsheetFormat.Xlsx)]
    public async Task Template_Empty_SaysThatNothingIsFilledIn(string extension, SpreadsheetFormat format)
    {
        await using var room = await ImportRoom.OpenAsync();
        using var template = new MemoryStream();
        await room.Get<ICatalogueImport>().WriteTemplateAsync(template, format, default);

        var fault = await Assert.ThrowsAsync<ImportFault>(() =>
            room.ImportAsync(ImportFormat.Spreadsheet, room.Write($"sjabloon.{extension}", template.ToArray())));

        Assert.Contains("nog leeg", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Import_FilledTemplate_KeepsEveryField(string extension)
    {
        await using var room = await ImportRoom.OpenAsync();
        string[][] rows =
        [
            ["Titel", "BELOFTE", "Soort", "Thema's", "Gebruikt door", "In voorbereiding bij", "Bedacht door", "Jaar", "Link", "Postbus", "Onbekende kolom"],
            ["Avond\"spreekuur\"; extra", "Hulp na het werk.", "Dienst", "Werk; Geld", "Gouda; GM0363; Atlantis", "gemeente Delft", "Gouda", "2024", "https://voorbeeld.nl", "team@voorbeeld.nl", "weg"],
            ["", "Geen titel", "", "", "", "", "", "", "", "", ""],
            ["Zonder soort", "Het bestaat.", "Onzin", "", "", "", "", "", "", "", ""],
            ["Vreemd", "Het bestaat ook.", "", "", "", "", "", "vorig jaar", "javascript:alert(1)", "geen adres", ""],
        ];
        var file = extension == "csv"
            ? room.Write("werk.csv", string.Join("\r\n", rows.Select(row => string.Join(';', row.Select(cell => $"\"{cell.Replace("\"", "\"\"")}\"")))))
            : room.Write("werk.xlsx", Workbook.Of(rows));

        var report = await room.ImportAsync(ImportFormat.Spreadsheet, file);

        Assert.Equal((2, 2, 1), (report[ImportOutcome.Added], report[ImportOutcome.Refused], report[ImportOutcome.Unmatched]));
        Assert.Equal([3, 4], room.LinesOf(ImportOutcome.Refused).Select(line => line.Row));
        Assert.Equal(3, report[ImportOutcome.Cleaned]);
        var solution = await room.AskAsync(db => db.Solutions.SingleAsync(each => each.Promise == "Hulp na het werk."));
        Assert.Equal(
            ("Avond\"spreekuur\"; extra", SolutionKind.Service, 2024, "team@voorbeeld.nl", "https://voorbeeld.nl"),
            (solution.Title, solution.Kind, solution.OriginYear!.Value, solution.Mailbox, solution.Links.Single().Url));
        Assert.Equal(["Werk", "Geld"], solution.Themes);
        Assert.Equal(
            [UseState.Planned, UseState.Active, UseState.Active],
            (await room.UsersOfAsync(solution.Title)).Select(user => user.State).Order());
    }

    [Fact]
    public async Task Import_UnknownMakerInASpreadsheet_IsReportedAndNeverAdded()
    {
        await using var room = await ImportRoom.OpenAsync();
        var file = room.Write("werk.csv", """
            Titel;Belofte;Bedacht door;Gebruikt door
            Avondspreekuur;Hulp na het werk.;Amsterdm;Amsterdm
            Buurtkeuken;Samen eten.;Gouda;"Amsterdm; Gouda"
            """);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await room.ImportAsync(ImportFormat.Spreadsheet, file);

            Assert.Equal([2, 3], room.LinesOf(ImportOutcome.Unmatched).Select(line => line.Row));
            Assert.All(room.LinesOf(ImportOutcome.Unmatched), line => Assert.Contains("Amsterdm", line.Message, StringComparison.Ordinal));
        }

        Assert.Empty(room.Get<IOrganisations>().Others);
        Assert.Null(await room.AskAsync(db => db.Solutions.Where(each => each.Title == "Avondspreekuur").Select(each => each.Origin).SingleAsync()));
        Assert.Empty(await room.UsersOfAsync("Avondspreekuur"));
    }

    [Fact]
    public async Task Import_UserThatTheSameImportAdded_IsReported()
    {
        await using var room = await ImportRoom.OpenAsync();
        var file = room.Write("publiccode.yml", """
            publiccodeYmlVersion: "0"
            name: Zaakmap
            url: https://git.example/zaakmap
            platforms: [web]
            developmentStatus: stable
            softwareType: standalone/web
            usedBy: [Stichting Voorbeeld, Gouda]
            description:
              nl:
                shortDescription: Bewaart zaken.
                longDescription: LONG
                features: [zoeken]
            legal:
              license: EUPL-1.2
              repoOwner: Stichting Voorbeeld
            maintenance:
              type: none
            localisation:
              localisationReady: false
              availableLanguages: [nl]
            """.Replace("LONG", new string('x', 160), StringComparison.Ordinal));

        var report = await room.ImportAsync(ImportFormat.PublicCode, file);

        Assert.Equal((1, 1, 1), (report[ImportOutcome.Added], report[ImportOutcome.Unmatched], report.Uses));
        var maker = Assert.Single(room.Get<IOrganisations>().Others);
        Assert.Equal(maker.Id, await room.AskAsync(db => db.Solutions.Select(each => each.Origin).SingleAsync()));
    }

    [Fact]
    public async Task Import_BrokenWorkbook_SaysSo()
    {
        await using var room = await ImportRoom.OpenAsync();
        var whole = Workbook.Of([["Titel", "Belofte"], ["Iets", "Het helpt."]]);

        foreach (var bytes in (byte[][])[[1, 2, 3], whole[..(whole.Length / 2)], []])
            await Assert.ThrowsAsync<ImportFault>(() => room.ImportAsync(ImportFormat.Spreadsheet, room.Write("kapot.xlsx", bytes)));
        await Assert.ThrowsAsync<ImportFault>(() => room.ImportAsync(ImportFormat.Spreadsheet, room.Write("leeg.csv", "a;b\n1;2")));
    }
}

using System.Net;

namespace Parelmuur.Joining.Tests.Rollouts;

/// <summary>The steps in columns, and in the calendar of a person.</summary>
public sealed class BoardAndCalendarTests
{
    private const string Start = "/oplossingen/open-raadsinformatie/stappenplan/aansluiten", Begin = "Begin met de eerste stap", Save = "Bewaar";
    private const string Calendar = "/mijn/organisatie/stappenplannen/agenda", Make = "Maak een adres voor mijn agenda";

    [Fact]
    public async Task Board_MovesAStepWithOneClick_KeepsTheRest_AndCanGoBack()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync(Start, Begin);
        var path = samira.Here;
        await samira.SubmitAsync($"{path}/stap/1", Save, ("Form.Hours", "6"), ("Form.Helped", "Bellen hielp."));

        var board = await samira.SubmitAsync($"{path}?als=bord", "Begin");
        Assert.Equal("Mee bezig (1)", board.QuerySelector("#kolom-Doing")!.TextContent);
        board = await samira.SubmitAsync(board, "Klaar", HttpStatusCode.OK);
        Assert.Equal("Klaar (1)", board.QuerySelector("#kolom-Done")!.TextContent);
        board = await samira.SubmitAsync(board, "Maak ongedaan", HttpStatusCode.OK);

        Assert.Equal("Mee bezig (1)", board.QuerySelector("#kolom-Doing")!.TextContent);
        Assert.Contains("Bellen hielp.", (await samira.OpenAsync(path)).QuerySelector("#stap-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_HasTheDueStepsOfThisPersonAndOfNobody_UntilTheAddressIsRenewed()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var samira = await site.AsAsync("Samira Yıldız");
        using var omar = await site.AsAsync("Omar Bensaïd");
        await samira.SubmitAsync(Start, Begin);
        var path = samira.Here;
        var form = await samira.OpenAsync($"{path}/stap/1");
        string Colleague(string name) => form.QuerySelectorAll("[name='Form.Assigned'] option").Single(each => each.TextContent == name).GetAttribute("value")!;
        await samira.SubmitAsync($"{path}/stap/1", Save, ("Form.Due", "2030-05-03"), ("Form.Assigned", Colleague("Samira Yıldız")));
        await samira.SubmitAsync($"{path}/stap/2", Save, ("Form.Due", "2030-05-04"), ("Form.Assigned", Colleague("Omar Bensaïd")));
        await samira.SubmitAsync($"{path}/stap/3", Save, ("Form.Due", "2030-05-05"));
        await samira.SubmitAsync($"{path}/stap/4", Save, ("Form.Due", "2030-05-06"), ("Form.State", "Skipped"), ("Form.Reason", "Niet nodig."));

        var page = await samira.SubmitAsync(Calendar, Make);
        var address = page.QuerySelector("main code")!.TextContent;
        using var reader = site.Visit();
        using (var answer = await reader.RawAsync(HttpMethod.Get, address))
        {
            Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
            Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
            var text = (await answer.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);
            Assert.Contains("DTSTART;VALUE=DATE:20300503", text, StringComparison.Ordinal);
            Assert.Contains("DTSTART;VALUE=DATE:20300505", text, StringComparison.Ordinal);
            Assert.DoesNotContain("20300504", text, StringComparison.Ordinal);
            Assert.DoesNotContain("20300506", text, StringComparison.Ordinal);
            Assert.Contains($"{path}#stap-1", text, StringComparison.Ordinal);
        }

        await samira.SubmitAsync(page, "Maak een nieuw adres", HttpStatusCode.OK);
        using (var answer = await reader.RawAsync(HttpMethod.Get, address))
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        page = await samira.SubmitAsync(Calendar, "Stop met dit adres");
        Assert.Null(page.QuerySelector("main code"));
        Assert.NotNull((await omar.OpenAsync(Calendar)).QuerySelectorAll("button").Single(each => each.TextContent.Trim() == Make));
    }
}

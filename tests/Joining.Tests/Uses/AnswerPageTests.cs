using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Uses;

namespace Parelmuur.Joining.Tests.Uses;

/// <summary>The coordinator answers for many uses in one screen.</summary>
public sealed class AnswerPageTests
{
    private const string Waiting = "/mijn/organisatie/gebruik/wacht", StillTrue = "/mijn/organisatie/gebruik/klopt-nog";

    [Theory, OnEachDatabase]
    public async Task Waiting_AcceptRejectAndLater_InOnePost_AndUndo(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        await site.ImportAsync("Zutphen", ("Aap", "Gouda"), ("Noot", "Gouda"), ("Mies", "Gouda"));
        using var omar = await site.AsAsync(Zutphen.Coordinator);

        var page = await omar.OpenAsync(Waiting + "?bron=Werkblad Regio");
        var (aap, noot) = (Row(page, "Aap"), Row(page, "Noot"));
        page = await omar.SubmitAsync(
            page, "Bewaar je antwoorden", HttpStatusCode.BadRequest, (aap + "Answer", "Confirm"), (noot + "Answer", "Reject"));
        Assert.Contains("Noot: Schrijf kort waarom.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Confirm", page.QuerySelectorAll($"input[name='{aap}Answer']").OfType<IHtmlInputElement>().Single(each => each.IsChecked).Value);
        Assert.True((await site.UsesAsync())["Aap"].Waits);

        var done = await omar.SubmitAsync(page, "Bewaar je antwoorden", HttpStatusCode.OK, (noot + "Reason", "Dat is Lochem"));
        Assert.Contains("2 antwoorden zijn bewaard.", done.Body!.TextContent, StringComparison.Ordinal);
        var uses = await site.UsesAsync();
        Assert.Equal((Zutphen.Today(site), "Dat is Lochem", true), (uses["Aap"].ConfirmedOn!.Value, uses["Noot"].RejectReason!, uses["Mies"].Waits));

        // The same source says the same again: nothing comes back.
        await site.ImportAsync("Zutphen", ("Aap", "Gouda"), ("Noot", "Gouda"), ("Mies", "Gouda"));
        Assert.NotNull((await site.UsesAsync())["Noot"].RejectedOn);

        var undone = await omar.SubmitAsync(done, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Contains("2 antwoorden zijn teruggedraaid.", undone.Body!.TextContent, StringComparison.Ordinal);
        Assert.All((await site.UsesAsync()).Where(each => each.Key is "Aap" or "Noot" or "Mies"), each => Assert.True(each.Value.Waits));
    }

    [Theory, OnEachDatabase]
    public async Task StillTrue_FiveHundredRows_InOnePost_SentTwice_HappenOnce(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind, withSamples: true);
        await site.ImportAsync("Zutphen", [.. Enumerable.Range(0, 500).Select(number => ($"Oplossing nummer {number:000}", "Gouda"))]);
        var lapsed = Zutphen.Today(site).AddMonths(-14);
        await site.DecideAsync(lapsed, [.. (await site.UsesAsync()).Values.Where(use => use.ClaimedBy == "Werkblad Regio")
            .Select(use => new UseDecision(use.Solution, UseAnswer.Confirm))]);
        using var omar = await site.AsAsync(Zutphen.Coordinator);

        var page = await omar.OpenAsync(StillTrue);
        Assert.Equal(500, page.QuerySelectorAll("tbody tr").Length);
        var ended = Row(page, "Oplossing nummer 007");
        (string, string)[] answers = [(ended + "Answer", "End"), (ended + "Reason", "Vervangen"), (ended + "On", "2026-01-31")];
        var first = await omar.SubmitAsync(page, "De rest klopt allemaal", HttpStatusCode.OK, answers);
        Assert.Contains("500 antwoorden zijn bewaard.", first.Body!.TextContent, StringComparison.Ordinal);
        await omar.SubmitAsync(page, "De rest klopt allemaal", HttpStatusCode.OK, answers);

        var uses = await site.UsesAsync();
        Assert.Equal(499, uses.Values.Count(use => use.ConfirmedOn == Zutphen.Today(site) && use is { ClaimedBy: "Werkblad Regio", State: UseState.Active }));
        Assert.Equal((UseState.Ended, "Vervangen"), (uses["Oplossing nummer 007"].State, uses["Oplossing nummer 007"].EndReason!));
        await omar.SubmitAsync(first, "Maak ongedaan", HttpStatusCode.OK);
        Assert.All((await site.UsesAsync()).Values.Where(use => use.ClaimedBy == "Werkblad Regio"), use => Assert.Equal(lapsed, use.ConfirmedOn));
    }

    [Theory, OnEachDatabase]
    public async Task Waiting_AnsweredByAColleagueMeanwhile_ShowsThat_AndTheNextTrySaves(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        await site.ImportAsync("Zutphen", ("Aap", "Gouda"), ("Noot", "Gouda"));
        using var omar = await site.AsAsync(Zutphen.Coordinator);
        var page = await omar.OpenAsync(Waiting);
        var (aap, noot) = (Row(page, "Aap"), Row(page, "Noot"));
        await site.DecideAsync(
            Zutphen.Today(site), new UseDecision((await site.UsesAsync())["Aap"].Solution, UseAnswer.Reject, Reason: "Dat is Lochem"));

        var clash = await omar.SubmitAsync(page, "Bewaar je antwoorden", HttpStatusCode.BadRequest, (aap + "Answer", "Confirm"), (noot + "Answer", "Confirm"));
        Assert.Contains("Aap: Iemand anders heeft hier net iets aan veranderd.", clash.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Afgewezen op", clash.QuerySelectorAll("tbody tr").Single(each => each.QuerySelector("th a")!.TextContent == "Aap").TextContent, StringComparison.Ordinal);

        await omar.SubmitAsync(clash, "Bewaar je antwoorden", HttpStatusCode.OK);
        var uses = await site.UsesAsync();
        Assert.All((string[])["Aap", "Noot"], each => Assert.Equal((Zutphen.Today(site), null), (uses[each].ConfirmedOn!.Value, uses[each].RejectedOn)));
    }

    [Fact]
    public async Task StillTrue_WhenNothingLapses_SaysHowMuchWaits()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var omar = await site.AsAsync(Zutphen.Coordinator);
        foreach (var path in (string[])[StillTrue, Waiting])
        {
            if ((await omar.OpenAsync(path)).QuerySelector("tbody") is not null)
                await omar.SubmitAsync(path, "De rest klopt allemaal");
        }

        Assert.Contains("Alles is bevestigd", (await omar.OpenAsync(StillTrue)).Body!.TextContent, StringComparison.Ordinal);

        await site.ImportAsync("Zutphen", ("Aap", "Gouda"));
        var page = await omar.OpenAsync(StillTrue);
        Assert.Contains("Niets verloopt binnenkort.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wel wacht 1 melding op jouw antwoord.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href$='{Waiting}']"));
        Assert.Contains("Beantwoord 1 melding", (await omar.OpenAsync("/mijn/organisatie")).Body!.TextContent, StringComparison.Ordinal);
        await site.ImportAsync("Zutphen", ("Noot", "Gouda"));
        Assert.Contains("Wel wachten 2 meldingen op jouw antwoord.", (await omar.OpenAsync(StillTrue)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_AreForCoordinators_AndTheListForMembers()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var samira = await site.AsAsync(Zutphen.Contributor);
        await samira.OpenAsync(Waiting, HttpStatusCode.Forbidden);
        await samira.OpenAsync(StillTrue, HttpStatusCode.Forbidden);
        var list = await samira.OpenAsync("/mijn/organisatie/gebruik?stand=alles&q=zzzz");
        Assert.Contains("Er staat hier nog niets", list.Body!.TextContent, StringComparison.Ordinal);
        using var visitor = site.Visit();
        using var answer = await visitor.RawAsync(HttpMethod.Get, "/mijn/organisatie/gebruik");
        Assert.Contains("/inloggen", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeeklyMail_OpensTheScreen_WithoutSigningIn_ForWhoIsStillCoordinator()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Zutphen", ("Aap", "Gouda"), ("Noot", "Gouda"));
        await site.DecideAsync(Zutphen.Today(site).AddMonths(-12), new UseDecision((await site.UsesAsync())["Aap"].Solution, UseAnswer.Confirm));
        await using var scope = site.Services.CreateAsyncScope();
        var questions = await scope.ServiceProvider.GetServices<IWeeklyQuestions>().Single().AllAsync(Zutphen.Today(site), default);
        var omar = await site.IdOfAsync(Zutphen.Coordinator);
        Assert.Single(questions, each => each.Person == omar && each.Path == "mijn/organisatie/gebruik/wacht");
        var link = "/" + Assert.Single(questions, each => each.Person == omar && each.Path.StartsWith("gebruik-klopt-nog/", StringComparison.Ordinal)).Path;

        using var visitor = site.Visit();
        var page = await visitor.OpenAsync(link);
        var done = await visitor.SubmitAsync(page, "Bewaar je antwoorden", HttpStatusCode.OK, (Row(page, "Aap") + "Answer", "Confirm"));
        Assert.Equal(Zutphen.Today(site), (await site.UsesAsync())["Aap"].ConfirmedOn);
        await visitor.SubmitAsync(done, "Maak ongedaan", HttpStatusCode.OK);
        Assert.NotEqual(Zutphen.Today(site), (await site.UsesAsync())["Aap"].ConfirmedOn);

        // A false link, and one for who is no coordinator, open nothing.
        Assert.Contains("Deze link werkt niet meer.", (await visitor.OpenAsync("/gebruik-klopt-nog/onzin")).Body!.TextContent, StringComparison.Ordinal);
        var stolen = site.Services.GetRequiredService<AnswerLink>().For(Zutphen.Of(site), await site.IdOfAsync(Zutphen.Contributor));
        Assert.Contains("Deze link werkt niet meer.", (await visitor.OpenAsync("/" + stolen)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Row(IHtmlDocument page, string title)
    {
        var row = page.QuerySelectorAll("tbody tr").Single(each => each.QuerySelector("th a")!.TextContent == title);
        return row.QuerySelector("input[type=hidden]")!.GetAttribute("name")!.Replace("Solution", "", StringComparison.Ordinal);
    }
}

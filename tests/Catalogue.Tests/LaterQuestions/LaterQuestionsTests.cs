using System.Net;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.LaterQuestions;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Catalogue.Tests.Stewardship;

namespace Parelmuur.Catalogue.Tests.LaterQuestions;

/// <summary>One question a day about what is still empty: answered in place, passed over, and never asked again too soon.</summary>
public sealed class LaterQuestionsTests
{
    private const string Add = "Zet het erbij", First = "Wat levert het op?";

    [Theory, OnEachDatabase]
    public async Task Question_OnThePersonalPage_IsOneADay(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var femke = await site.PersonAsync("Femke de Boer", "deventer");
        var slug = await site.MakeAsync("Met lege plekken", femke);
        using var visitor = await site.AsAsync("Femke de Boer");

        var mine = await visitor.OpenAsync("/mijn");
        Assert.Contains(First, mine.Words(), StringComparison.Ordinal);
        Assert.Single(mine.QuerySelectorAll("[name='Form.Answer']"));

        var empty = await visitor.SubmitAsync(mine, Add, HttpStatusCode.BadRequest, ("Form.Answer", " "));
        Assert.Contains("Geef een antwoord", empty.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var done = await visitor.SubmitAsync(empty, Add, HttpStatusCode.OK, ("Form.Answer", "61% neemt op.\nDat telden we een maand."));

        Assert.Contains("Je antwoord staat erbij", done.Words(), StringComparison.Ordinal);
        Assert.Empty(done.QuerySelectorAll("[name='Form.Answer']"));
        var stored = await site.StoredAsync(slug);
        Assert.Equal(("61% neemt op.\nDat telden we een maand.", 3), (stored.Result, stored.Version));
        Assert.Contains(nameof(Solution.Result), stored.WrittenByPeople);
        Assert.Contains(await site.LedgerAsync(stored.Id), line => line.StartsWith("SolutionRevised", StringComparison.Ordinal));
        Assert.Equal([2, 3], await site.AskAsync(db => db.Versions.Select(version => version.Number).Order().ToListAsync()));

        await TomorrowAsync(site);
        mine = await visitor.OpenAsync("/mijn");
        Assert.Contains("Voor wie is het?", mine.Words(), StringComparison.Ordinal);
        Assert.Contains("1 van de 11", mine.Words(), StringComparison.Ordinal);

        var later = await visitor.SubmitAsync(mine, "Later", HttpStatusCode.OK);
        Assert.Contains("We vragen het later nog eens", later.Words(), StringComparison.Ordinal);
        Assert.Empty(later.QuerySelectorAll("[name='Form.Answer']"));

        await TomorrowAsync(site);
        mine = await visitor.OpenAsync("/mijn");
        Assert.Equal(5, mine.QuerySelectorAll("[name='Form.Answer'] option").Length);
        var never = await visitor.SubmitAsync(mine, "Niet van toepassing", HttpStatusCode.OK);
        Assert.Contains("We vragen dit niet meer", never.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_WrongAnswerOrPerson_ChangesNothing()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var slug = await site.MakeAsync("Van Joost", await site.PersonAsync("Joost van Rijn", "deventer"));
        using var joost = await site.AsAsync("Joost van Rijn");
        using var colleague = await site.AsAsync("Femke de Boer");
        using var stranger = await site.AsAsync("Samira Yıldız");
        var path = $"/oplossingen/{slug}/vraag";

        await site.PageAsync($"{path}/resultaat", HttpStatusCode.Redirect);
        await colleague.OpenAsync($"{path}/resultaat", HttpStatusCode.NotFound);
        await stranger.OpenAsync($"{path}/resultaat", HttpStatusCode.NotFound);
        await joost.OpenAsync($"{path}/onzin", HttpStatusCode.NotFound);
        await joost.OpenAsync("/oplossingen/bestaat-niet/vraag/resultaat", HttpStatusCode.NotFound);

        var form = await joost.OpenAsync($"{path}/werk");
        var again = await joost.SubmitAsync(form, Add, HttpStatusCode.BadRequest, ("Form.Answer", "onzin"));
        Assert.Contains("Kies een antwoord uit de lijst", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        again = await joost.SubmitAsync(await joost.OpenAsync($"{path}/licentie"), Add, HttpStatusCode.BadRequest, ("Form.Answer", new string('a', 81)));
        Assert.Contains("hoogstens 80", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new string('a', 81), again.Typed("Form.Answer"));
        Assert.Null((await site.StoredAsync(slug)).Effort);

        // Somebody else filled it in while the page was open.
        form = await joost.OpenAsync($"{path}/voor-wie");
        await colleague.SubmitAsync($"/oplossingen/{slug}/bewerken", "Bewaar de wijziging", ("Form.ForWhom", "Ouders"));
        await joost.SubmitAsync(form, Add, HttpStatusCode.OK, ("Form.Answer", "Iedereen"));
        Assert.Equal("Ouders", (await site.StoredAsync(slug)).ForWhom);

        await joost.SubmitAsync($"{path}/werk", Add, ("Form.Answer", nameof(Effort.Weeks)));
        Assert.Equal(Effort.Weeks, (await site.StoredAsync(slug)).Effort);
        Assert.Contains("One question about", (await joost.OpenAsync($"/en{path}/nodig")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_AfterSharing_StandsOnThePageThatSaysSo()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var samira = await site.AsAsync("Samira Yıldız");

        var shared = await samira.ShareAsync("Bladkorf op afspraak");

        Assert.Contains("Eén vraag over jouw pareltje", shared.Words(), StringComparison.Ordinal);
        await samira.SubmitAsync(shared, "Weet ik niet", HttpStatusCode.OK);
        Assert.Equal(LaterOutcome.Unknown, await site.AskAsync(db => db.LaterAnswers.Select(each => each.Outcome).SingleAsync()));
    }

    [Theory]
    [InlineData(nameof(LaterOutcome.Later), 13, true)]
    [InlineData(nameof(LaterOutcome.Later), 14, false)]
    [InlineData(nameof(LaterOutcome.Unknown), 179, true)]
    [InlineData(nameof(LaterOutcome.Unknown), 180, false)]
    [InlineData(nameof(LaterOutcome.NotApplicable), 5000, true)]
    public void TooSoon_DependsOnWhatWasSaid(string outcome, int days, bool tooSoon)
    {
        var now = new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(tooSoon, LaterAnswer.IsTooSoon(Enum.Parse<LaterOutcome>(outcome), now.AddDays(-days), now));
    }

    [Fact]
    public void Questions_AreAboutPartsThatCanBeWritten() =>
        Assert.All(LaterQuestion.All, question => Assert.Contains(Parts.All, part => part.Name == question.Name));

    // As if what was said today was said yesterday.
    private static Task<int> TomorrowAsync(ParelmuurApp site)
    {
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);
        return site.AskAsync(db => db.LaterAnswers.ExecuteUpdateAsync(set => set.SetProperty(each => each.Moment, yesterday)));
    }
}

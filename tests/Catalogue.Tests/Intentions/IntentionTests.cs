using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Catalogue.Tests.CheckFirst;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Catalogue.Tests.Stewardship;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Intentions;

/// <summary>What municipalities want to do: sharing, finding, joining, confirming, ending and expiring.</summary>
public sealed class IntentionTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Share = "Deel dit voornemen";

    [Fact]
    public async Task Share_IsFoundJoinedAndEnded_WithEveryWayBack()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        using var femke = await site.AsAsync("Femke de Boer");
        var shared = await ShareAsync(samira, "Zwerfkatten samen opvangen");
        Assert.Equal("Zwerfkatten samen opvangen", shared.QuerySelector("h1")!.TextContent);
        Assert.Equal("/voornemens/zwerfkatten-samen-opvangen", samira.Here);

        await UntilAsync("/voornemens?q=zwerfkat", "Zwerfkatten samen opvangen");
        Assert.Contains("Zwerfkatten samen opvangen", (await site.PageAsync("/zoeken?q=zwerfkatten")).Words(), StringComparison.Ordinal);
        Assert.Contains("Zwerfkatten samen opvangen", (await site.PageAsync("/muur?q=zwerfkatten")).Words(), StringComparison.Ordinal);
        Assert.Contains("Zwerfkatten samen opvangen", (await site.PageAsync("/muur")).Words(), StringComparison.Ordinal);
        var answer = await femke.CheckAsync("Zwerfkatten opvangen samen met een asiel in de regio");
        Assert.Contains("1 andere gemeente wil dit ook", answer.Words(), StringComparison.Ordinal);

        var joined = await femke.SubmitAsync("/voornemens/zwerfkatten-samen-opvangen/aansluiten", "Ja, wij willen dit ook");
        Assert.Contains("samen met 1 andere gemeente", joined.Words(), StringComparison.Ordinal);
        Assert.Contains("Bel Femke de Boer", joined.Words(), StringComparison.Ordinal);
        var left = await femke.SubmitAsync(joined, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Contains("zoekt gemeenten die meedoen", left.Words(), StringComparison.Ordinal);

        var wrong = await samira.SubmitAsync(
            await samira.OpenAsync("/voornemens/zwerfkatten-samen-opvangen/afronden"), "Rond dit voornemen af", HttpStatusCode.BadRequest, ("Form.State", "Stopped"));
        Assert.Contains("Schrijf waarom jullie stoppen.", wrong.Words(), StringComparison.Ordinal);
        var ended = await samira.SubmitAsync(wrong, "Rond dit voornemen af", HttpStatusCode.OK, ("Form.Reason", "Er zijn geen zwerfkatten meer."));
        Assert.Contains("Er zijn geen zwerfkatten meer.", ended.Words(), StringComparison.Ordinal);
        await UntilAsync("/voornemens?q=zwerfkat", "Niemand heeft dit voornemen");
        Assert.Contains("Gestopt", (await site.PageAsync("/voornemens?q=zwerfkat&stand=alles")).Words(), StringComparison.Ordinal);

        await samira.SubmitAsync(ended, "Maak ongedaan", HttpStatusCode.OK);
        var pilot = await samira.SubmitAsync(
            "/voornemens/zwerfkatten-samen-opvangen/afronden", "Rond dit voornemen af",
            ("Form.State", "Pilot"), ("Form.Pilot", "https://elders.example/oplossingen/vroegbel"));
        Assert.Equal("/oplossingen/vroegbel", pilot.QuerySelector(".utrecht-alert a[href*='vroegbel']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Join_MailsWhoSharedItAndTheTeam()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        using var femke = await site.AsAsync("Femke de Boer");
        await samira.SubmitAsync(
            "/voornemens/nieuw", Share, ("Form.Title", "Lantaarns die\tzelf dimmen"), ("Form.Text", "We zoeken een gemeente die hier ook mee begint."),
            ("Form.Contact", "Team Licht"), ("Form.Mailbox", "licht@zutphen.example"));

        await femke.SubmitAsync("/voornemens/lantaarns-die-zelf-dimmen/aansluiten", "Ja, wij willen dit ook", ("Form.Contact", "Femke de Boer"));

        foreach (var to in (string[])["samira.yildiz@voorbeeld.example", "licht@zutphen.example"])
        {
            var (text, link) = await site.MailAsync(to, "Deventer wil dit ook: Lantaarns die zelf dimmen");
            Assert.Contains("Bel Femke de Boer om samen te beginnen.", text, StringComparison.Ordinal);
            Assert.Equal("/voornemens/lantaarns-die-zelf-dimmen", link);
        }
    }

    [Fact]
    public async Task Share_ThenUndo_TakesItOffTheSite()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var shared = await ShareAsync(samira, "Toch maar niet delen");

        var undone = await samira.SubmitAsync(shared, "Maak ongedaan", HttpStatusCode.OK);

        Assert.Contains("Dit staat niet meer op de site.", undone.Words(), StringComparison.Ordinal);
        await site.PageAsync("/voornemens/toch-maar-niet-delen", HttpStatusCode.NotFound);
        Assert.Contains("staat weer op de site", (await samira.SubmitAsync(undone, "Maak ongedaan", HttpStatusCode.OK)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_WithNothing_ShowsThreeErrors()
    {
        using var samira = await site.AsAsync("Samira Yıldız");

        var page = await samira.SubmitAsync(
            await samira.OpenAsync("/voornemens/nieuw"), Share, HttpStatusCode.BadRequest, ("Form.Contact", " "), ("Form.Mailbox", "geen adres"));

        Assert.Equal(4, page.QuerySelectorAll("[role=alert] a").Length);
    }

    [Fact]
    public async Task Share_FromACheck_FillsInTheText()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var plan = "Wij willen de fietsenstalling laten bewaken. Vrijwilligers doen dat overdag.";
        var check = await samira.RecordAsync(plan, ("Form.Outcome", "NothingFits"), ("Form.Reason", "Er is nog niets."));
        var link = check.QuerySelectorAll("aside a").Single(each => each.TextContent == "Leg jullie voornemen vast");

        var page = await samira.OpenAsync(link.GetAttribute("href")!);

        Assert.Equal("Wij willen de fietsenstalling laten bewaken", page.Typed("Form.Title"));
        Assert.Equal(plan, page.Typed("Form.Text"));
        using var femke = await site.AsAsync("Femke de Boer");
        Assert.Equal("", (await femke.OpenAsync(link.GetAttribute("href")!)).Typed("Form.Text"));
    }

    [Fact]
    public async Task Pages_OfOthers_DoNotExist()
    {
        using var femke = await site.AsAsync("Femke de Boer");
        using var lotte = await site.AsAsync("Lotte Kramer");
        foreach (var below in (string[])["bewerken", "afronden", "klopt-nog"])
            await femke.OpenAsync($"/voornemens/schulden-eerder-zien/{below}", HttpStatusCode.NotFound);
        await lotte.OpenAsync("/voornemens/schulden-eerder-zien/aansluiten", HttpStatusCode.Forbidden);
        await site.PageAsync("/voornemens/bestaat-niet", HttpStatusCode.NotFound);
        Assert.Equal("Inloggen", (await site.Visit().OpenAsync("/voornemens/nieuw")).QuerySelector("h1")!.TextContent);
    }

    [Theory, OnEachDatabase]
    public async Task Run_DayAfterDay_AsksOnceAWeekAndExpires(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        using var samira = await own.AsAsync("Samira Yıldız");
        await ShareAsync(samira, "Een plan dat iemand vergeet");
        var time = new SetTime(TimeProvider.System.GetUtcNow().AddMonths(6).AddDays(-10));

        await RunAsync(own, time);
        var (text, link) = await own.MailAsync("samira.yildiz@voorbeeld.example", "Een plan dat iemand vergeet");
        Assert.Contains("Willen jullie dit nog?", text, StringComparison.Ordinal);
        Assert.StartsWith("/voornemens/klopt-nog/", link, StringComparison.Ordinal);
        var asked = await SentAsync(own);
        time.Pass(TimeSpan.FromDays(3));
        await RunAsync(own, time);
        Assert.Equal(asked, await SentAsync(own));

        time.Pass(TimeSpan.FromDays(9));
        await RunAsync(own, time);
        Assert.Equal(IntentionState.Expired, await StateAsync(own));
        Assert.Equal(IntentionState.Open, await own.AskAsync(db => db.Intentions.Where(each => each.Slug == "schulden-eerder-zien").Select(each => each.State).SingleAsync()));

        await own.Visit().SubmitAsync(link, "Dit willen we nog");
        Assert.Equal(IntentionState.Open, await StateAsync(own));
        Assert.Contains("Deze link werkt niet meer.", (await own.Visit().OpenAsync("/voornemens/klopt-nog/onzin")).Words(), StringComparison.Ordinal);
    }

    // When the person who shared it was asked last; the same mail asks coordinators about what they use.
    private static Task<DateTimeOffset> SentAsync(ParelmuurApp own) => own.AskAsync(db => db.Nudges
        .Where(nudge => db.Intentions.Any(each => each.Title == "Een plan dat iemand vergeet" && each.Person == nudge.Person))
        .Select(nudge => nudge.Sent).SingleAsync());

    private static Task<IHtmlDocument> ShareAsync(Visitor visitor, string title) => visitor.SubmitAsync(
        "/voornemens/nieuw", Share, ("Form.Title", title), ("Form.Text", "We zoeken een gemeente die hier ook mee begint."));

    private static Task<IntentionState> StateAsync(ParelmuurApp site) =>
        site.AskAsync(db => db.Intentions.Where(each => each.Slug == "een-plan-dat-iemand-vergeet").Select(each => each.State).SingleAsync());

    private static async Task RunAsync(ParelmuurApp site, TimeProvider time)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var from = scope.ServiceProvider;
        var db = from.GetRequiredService<CatalogueDb>();
        await new KeepFresh(
            db, from.GetRequiredService<IAccounts>(), [], from.GetRequiredService<ConfirmLink>(), from.GetRequiredService<SiteAddress>(),
            from.GetRequiredService<Words>(), from.GetRequiredService<IOrganisations>(), time).RunAsync(default);
        await new ExpireIntentions(db, from.GetRequiredService<IOrganisations>(), time).RunAsync(default);
    }

    private Task UntilAsync(string path, string text) =>
        Writer.UntilAsync(async () => (await site.PageAsync(path)).Words().Contains(text, StringComparison.Ordinal));
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Notifications;
using Parelmuur.Design;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Tests.Notifications;

/// <summary>Who follows is told once, of what others did, and of nothing that is not for everyone.</summary>
public sealed class NotificationTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Theory, OnEachDatabase]
    public async Task Shared_InWhatPeopleFollow_TellsEachOnceAndNotTheMaker(DatabaseKind kind)
    {
        await using var fresh = await ParelmuurApp.StartAsync(kind);
        using var samira = await fresh.AsAsync("Samira Yıldız");
        using var lotte = await fresh.AsAsync("Lotte Kramer");
        using var femke = await fresh.AsAsync("Femke de Boer");
        using var joost = await fresh.AsAsync("Joost van Rijn");
        var zutphen = fresh.Services.GetRequiredService<IOrganisations>().FindBySlug("zutphen")!.Id;
        await lotte.FollowAsync(Followable.Theme, "wonen");
        await lotte.FollowAsync(Followable.Organisation, zutphen);
        await femke.FollowAsync(Followable.Organisation, zutphen);
        await samira.FollowAsync(Followable.Organisation, zutphen);
        await joost.FollowAsync(Followable.Search, "bladkorfkalender");

        await samira.ShareAsync("Bladkorfkalender", "Wonen");

        foreach (var (person, because) in new[] { (lotte, "Je volgt"), (femke, "Je volgt Zutphen"), (joost, "Je volgt “bladkorfkalender”") })
        {
            var page = await person.ToldAsync("Zutphen deelde deze oplossing");
            Assert.Contains(because, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("1", page.Unread());
        }

        await ReadAllAgainAsync(fresh);
        Assert.Single(await fresh.NotificationsAsync("Lotte Kramer"));
        Assert.Empty(await fresh.NotificationsAsync("Samira Yıldız"));

        // She follows what she shared, by that alone; a reaction of another comes to her.
        var shared = await fresh.Services.GetRequiredService<ICatalogue>().FindBySlugAsync("bladkorfkalender", default);
        await fresh.CommentAsync(await fresh.PersonAsync("Femke de Boer", "deventer", MembershipRole.Contributor), shared!, "Ook bij ons.");
        await samira.ToldAsync("Femke de Boer van Deventer reageert: Ook bij ons.");
        Assert.Contains("omdat je dit deelde", (await samira.OpenAsync("/mijn/volgt")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Intention_Joined_TellsItsFollowersAndIsFollowedByWhoJoined()
    {
        const string Page = "/voornemens/schulden-eerder-zien";
        using var eva = await site.AsAsync("Eva Mulder");
        using var femke = await site.AsAsync("Femke de Boer");
        await eva.FollowAsync(Page);

        await femke.SubmitAsync($"{Page}/aansluiten", "Ja, wij willen dit ook", ("Form.Contact", "Femke de Boer"));

        await eva.ToldAsync("Deventer wil dit ook.");
        await Follower.UntilAsync(async () => (await femke.OpenAsync(Page)).Body!.TextContent.Contains("Volg dit niet meer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_Opened_IsReadAndLeadsToThePage()
    {
        var (lotte, text) = await ToldOfACommentAsync();
        using (lotte)
        {
            var page = await lotte.ToldAsync(text);
            var before = int.Parse(page.Unread(), System.Globalization.CultureInfo.InvariantCulture);
            var link = page.QuerySelectorAll("main li").First(each => each.TextContent.Contains(text, StringComparison.Ordinal)).QuerySelector("a")!;

            var there = await lotte.OpenAsync(link.GetAttribute("href")!);

            Assert.Contains("#bijdrage-", lotte.Here, StringComparison.Ordinal);
            Assert.Equal($"{before - 1}", there.Unread());
            using var other = await site.AsAsync("Eva Mulder");
            await other.OpenAsync(link.GetAttribute("href")!, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Messages_AllMarkedAsRead_AreStillThere()
    {
        var (lotte, text) = await ToldOfACommentAsync();
        using (lotte)
        {
            await lotte.ToldAsync(text);
            var page = await lotte.SubmitAsync("/mijn/berichten", "Markeer alles als gelezen");

            Assert.Equal("0", page.Unread());
            Assert.Contains(text, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Markeer alles", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Message_OfWhatIsHidden_DisappearsAndCountsNoMore()
    {
        var (lotte, text) = await ToldOfACommentAsync();
        using (lotte)
        {
            await lotte.ToldAsync(text);
            var contribution = await site.ContributionAsync(text);
            using var eva = await site.AsAsync("Eva Mulder");
            await eva.SubmitAsync($"/beheer/meldingen/{contribution.Id}", "Verberg deze bijdrage", ("Form.Reason", "Reclame."));

            await Follower.UntilAsync(async () => (await site.NotificationsAsync("Lotte Kramer")).All(each => each.Contribution != contribution.Id || each.Read is not null));
            Assert.DoesNotContain(text, (await lotte.OpenAsync("/mijn/berichten")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Asker_WhoStoppedToFollow_DoesNotFollowAgainByAsking()
    {
        var solution = await site.SolutionAsync();
        using var asker = await site.AsAsync("Samira Yıldız");
        await asker.WriteAsync($"/oplossingen/{solution.Slug}/vraag", Talk.Unique("Hoe begin je?"), "Stel mijn vraag");
        await Follower.UntilAsync(async () => (await asker.OpenAsync("/mijn/volgt")).Body!.TextContent.Contains(solution.Title, StringComparison.Ordinal));
        Assert.NotNull((await asker.OpenAsync("/mijn/volgt")).QuerySelector($"main a[href='/oplossingen/{solution.Slug}']"));
        await asker.SubmitAsync($"/oplossingen/{solution.Slug}", "Volg dit niet meer");
        var entries = await EntriesAsync(site);

        await asker.WriteAsync($"/oplossingen/{solution.Slug}/vraag", Talk.Unique("En daarna?"), "Stel mijn vraag");
        await Follower.UntilAsync(async () => await PositionAsync(site) > entries);

        Assert.DoesNotContain(solution.Title, (await asker.OpenAsync("/mijn/volgt")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfWhoIsSignedIn_AskLittleOfTheDatabase()
    {
        var (lotte, text) = await ToldOfACommentAsync();
        using (lotte)
        {
            await lotte.ToldAsync(text);
            foreach (var path in (string[])["/mijn/berichten", "/mijn/volgt"])
            {
                var fewest = int.MaxValue;
                for (var visit = 0; visit < 10; visit++)
                {
                    var before = site.Questions.Number;
                    await lotte.OpenAsync(path);
                    fewest = Math.Min(fewest, site.Questions.Number - before);
                }

                Assert.InRange(fewest, 1, 3);
            }
        }
    }

    private async Task<(Visitor Follower, string Text)> ToldOfACommentAsync()
    {
        var (solution, text) = (await site.SolutionAsync(), Talk.Unique("Wij doen dit sinds mei."));
        var lotte = await site.AsAsync("Lotte Kramer");
        var page = await lotte.SolutionPageAsync(solution);
        if (!page.Body!.TextContent.Contains("Volg dit niet meer", StringComparison.Ordinal))
            await lotte.SubmitAsync(page, "Volg dit", HttpStatusCode.OK);
        using var femke = await site.AsAsync("Femke de Boer");
        await femke.WriteAsync($"/oplossingen/{solution.Slug}/reactie", text, "Plaats mijn reactie");
        return (lotte, text);
    }

    // As after a stop between handling entries and noting it.
    private static async Task ReadAllAgainAsync(ParelmuurApp site)
    {
        var entries = await site.AskAsync(db => db.Set<LedgerEntry>().AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());
        await site.Services.GetServices<ILedgerReader>().OfType<NotifyFollowers>().Single().ReadAsync(entries, default);
    }

    private static Task<long> EntriesAsync(ParelmuurApp site) =>
        site.AskAsync(db => db.Set<LedgerEntry>().MaxAsync(entry => entry.Sequence));

    private static Task<long> PositionAsync(ParelmuurApp site) => site.AskAsync(db => db.Database.SqlQuery<long>(
        $"""SELECT sequence AS "Value" FROM ledger_cursors WHERE reader = 'notifications'""").SingleAsync());
}

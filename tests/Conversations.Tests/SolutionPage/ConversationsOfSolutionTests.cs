using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Tests.SolutionPage;

/// <summary>What stands under "Vragen en ervaringen".</summary>
public sealed class ConversationsOfSolutionTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Fact]
    public async Task Section_ShowsTheNewestFirst_AndHowLongAQuestionWaits()
    {
        var solution = await site.SolutionAsync();
        var samira = await site.PersonAsync("Samira Yıldız", "zutphen", MembershipRole.Contributor);
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var late = Contribution.Ask(solution.Id, Talk.Unique("Lang geleden"), samira, now.AddDays(-60), today.AddDays(-50));
        var recent = Contribution.Comment(solution.Id, Talk.Unique("Net"), samira, now.AddDays(-1));
        await site.PutAsync(late);
        await site.PutAsync(recent);
        using var member = await site.AsAsync("Samira Yıldız");

        var section = (await member.SolutionPageAsync(solution)).QuerySelector("section[aria-labelledby=vragen]")!;

        var text = section.TextContent;
        Assert.True(text.IndexOf(recent.Text, StringComparison.Ordinal) < text.IndexOf(late.Text, StringComparison.Ordinal), text);
        Assert.Matches(@"Wacht al [34]\d werkdagen op een antwoord", text);
        Assert.NotNull(section.QuerySelector($"a[href='/bijdragen/{late.Id}/antwoord']"));
        Assert.Null(section.QuerySelector($"a[href='/bijdragen/{recent.Id}/antwoord']"));
        var english = await member.OpenAsync($"/en/oplossingen/{solution.Slug}");
        Assert.Contains("Questions and experiences", english.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Section_OfWhichNobodySaidAnything_AsksNothingForAVisitor_UntilSomebodyDoes()
    {
        await using var own = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var (quiet, other) = (await own.SolutionAsync(), await own.SolutionAsync("zutphen", "deventer"));
        var samira = await own.PersonAsync("Samira Yıldız", "zutphen", MembershipRole.Contributor);
        await own.PutAsync(Contribution.Comment(other.Id, Talk.Unique("Elders"), samira, TimeProvider.System.GetUtcNow()));
        var said = Contribution.Comment(quiet.Id, Talk.Unique("Hier"), samira, TimeProvider.System.GetUtcNow());

        Assert.False(await IsAskedAsync());
        await own.PutAsync(said);
        await Until.TrueAsync(async () =>
            (await own.PageAsync($"/oplossingen/{quiet.Slug}")).Body!.TextContent.Contains(said.Text, StringComparison.Ordinal));
        Assert.True(await IsAskedAsync());

        // Each address has a page of its own in the cache.
        async Task<bool> IsAskedAsync()
        {
            own.Questions.Texts.Clear();
            var page = await own.PageAsync($"/oplossingen/{quiet.Slug}?{Guid.NewGuid():N}");
            Assert.NotNull(page.QuerySelector("section[aria-labelledby=vragen]"));
            return own.Questions.Texts.Keys.Any(text => text.Contains("\"thread\" IN", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Section_OfAMergedSolution_ShowsWhatWasSaidAboutBoth()
    {
        await using var own = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var (into, other) = (await own.SolutionAsync(), await own.SolutionAsync("zutphen", "deventer"));
        var samira = await own.PersonAsync("Samira Yıldız", "zutphen", MembershipRole.Contributor);
        var said = Contribution.Comment(other.Id, Talk.Unique("Over de ander"), samira, TimeProvider.System.GetUtcNow());
        await own.PutAsync(said);
        using var editor = await own.AsAsync("Eva Mulder");

        await editor.SubmitAsync($"/oplossingen/{into.Slug}/samenvoegen?met={other.Slug}", "Voeg ze samen", ("Form.Reason", "Hetzelfde."));

        await SeenAsync(into.Slug, true);
        var history = await own.PageAsync($"/oplossingen/{into.Slug}/geschiedenis");
        var merge = history.QuerySelectorAll("a").Single(link => link.GetAttribute("href")?.Contains("/samenvoegingen/", StringComparison.Ordinal) == true);
        await editor.SubmitAsync(merge.GetAttribute("href") + "/ongedaan", "Maak de samenvoeging ongedaan");
        await SeenAsync(other.Slug, true);
        await SeenAsync(into.Slug, false);

        // The rooms hear of it by the ledger, within a second.
        async Task SeenAsync(string slug, bool there)
        {
            using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (await SectionAsync(slug) is var text && text.Contains(said.Text, StringComparison.Ordinal) != there)
                await again.WaitForNextTickAsync(limit.Token);
        }

        async Task<string> SectionAsync(string slug) =>
            (await own.PageAsync($"/oplossingen/{slug}")).QuerySelector("section[aria-labelledby=vragen]")!.TextContent;
    }

    [Fact]
    public async Task Section_WritesHostileTextAsText()
    {
        var solution = await site.SolutionAsync();
        using var member = await site.AsAsync("Lotte Kramer");
        var mark = $"{Guid.NewGuid():N}";

        var page = await member.WriteAsync(
            $"/oplossingen/{solution.Slug}/reactie",
            $"{mark} <script>alert(1)</script> [klik](javascript:alert(1)) ![foto](https://evil.example/x.png)", "Plaats mijn reactie");

        var comment = page.QuerySelectorAll("[id^=bijdrage-]").Single(each => each.TextContent.Contains(mark, StringComparison.Ordinal));
        Assert.Contains("<script>alert(1)</script> klik foto", comment.TextContent, StringComparison.Ordinal);
        Assert.Empty(comment.QuerySelectorAll("script,img,[href^=javascript]"));
    }
}

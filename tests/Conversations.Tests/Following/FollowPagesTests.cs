using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Tests.Following;

/// <summary>Following without script: the button, the way through signing in, the list and undo.</summary>
public sealed class FollowPagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Fact]
    public async Task Follow_FromThePage_ShowsInTheListAndCanBeUndone()
    {
        var solution = await site.SolutionAsync();
        using var lotte = await site.AsAsync("Lotte Kramer");

        var page = await lotte.FollowAsync($"/oplossingen/{solution.Slug}");
        Assert.EndsWith($"/oplossingen/{solution.Slug}", lotte.Here, StringComparison.Ordinal);
        Assert.Contains($"Je volgt nu {solution.Title}", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(solution.Title, (await lotte.OpenAsync("/mijn/volgt")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var undone = await lotte.SubmitAsync(page, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Contains($"Je volgt {solution.Title} niet meer", undone.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Je volgt nog niets", (await lotte.OpenAsync("/mijn/volgt")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await lotte.FollowAsync($"/oplossingen/{solution.Slug}");
        var list = await lotte.SubmitAsync("/mijn/volgt", $"Volg niet meer: {solution.Title}");
        Assert.EndsWith("/mijn/volgt", lotte.Here, StringComparison.Ordinal);
        Assert.Contains("Je volgt nog niets", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/muur?thema=wonen", "Wonen", "/muur/atom.xml?thema=wonen")]
    [InlineData("/zoeken?q=afval", "“afval”", "/muur/atom.xml?q=afval")]
    [InlineData("/gemeenten/deventer", "Deventer", "/gemeenten/deventer/atom.xml")]
    public async Task Follow_OfEachKind_OffersTheFeedToo(string page, string name, string feed)
    {
        using var femke = await site.AsAsync("Femke de Boer");
        using var visitor = site.Visit();

        var seen = await visitor.OpenAsync(page);
        Assert.NotNull(seen.QuerySelector($"footer a[href='{feed}'][type='application/atom+xml']"));
        Assert.Equal(feed, seen.QuerySelector("head link[type='application/atom+xml']")!.GetAttribute("href"));
        await femke.FollowAsync(page);

        Assert.Contains(name, (await femke.OpenAsync("/mijn/volgt")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Volg dit niet meer", (await femke.OpenAsync(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_WithoutSession_GoesThroughSigningInAndBack()
    {
        var solution = await site.SolutionAsync();
        using var visitor = site.Visit();
        var link = (await visitor.SolutionPageAsync(solution)).QuerySelector("main a[href^='/volg/']")!.GetAttribute("href")!;

        var signIn = await visitor.OpenAsync(link);
        Assert.Contains("/inloggen", visitor.Here, StringComparison.Ordinal);
        var asked = await visitor.SubmitAsync(signIn, "Log in als Joost van Rijn", HttpStatusCode.OK);
        Assert.Contains($"Volg {solution.Title}", asked.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync(asked, "Volg dit", HttpStatusCode.OK);

        Assert.EndsWith($"/oplossingen/{solution.Slug}", visitor.Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_OfBothThatBecameOne_StandsOnceAndKeepsItsMessages()
    {
        await using var own = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var (into, other) = (await own.SolutionAsync(), await own.SolutionAsync("zutphen", "deventer"));
        using var lotte = await own.AsAsync("Lotte Kramer");
        await lotte.FollowAsync(Followable.Solution, into.Id);
        await lotte.FollowAsync(Followable.Solution, other.Id);
        var samira = await own.PersonAsync("Samira Yıldız", "zutphen", MembershipRole.Contributor);
        var (here, there) = (Talk.Unique("Hier"), Talk.Unique("Daar"));
        await own.CommentAsync(samira, into, here);
        await own.CommentAsync(samira, other, there);
        await lotte.ToldAsync(there);
        using var editor = await own.AsAsync("Eva Mulder");

        await editor.SubmitAsync($"/oplossingen/{into.Slug}/samenvoegen?met={other.Slug}", "Voeg ze samen", ("Form.Reason", "Hetzelfde."));
        await Follower.UntilAsync(async () =>
            (await own.Services.GetRequiredService<ICatalogue>().CardsAsync([other.Id], default))[other.Id].Id == into.Id);

        var list = await lotte.OpenAsync("/mijn/volgt");
        Assert.Single(list.QuerySelectorAll("main li a"), link => link.GetAttribute("href") == $"/oplossingen/{into.Slug}");
        var messages = (await lotte.OpenAsync("/mijn/berichten")).QuerySelector("main")!.TextContent;
        Assert.Contains(here, messages, StringComparison.Ordinal);
        Assert.Contains(there, messages, StringComparison.Ordinal);
        Assert.DoesNotContain("Wat je volgde", messages, StringComparison.Ordinal);
        await own.MailNewsAsync(TimeProvider.System.GetUtcNow().AddDays(1));
        var mail = (await own.MailAsync("lotte.kramer@voorbeeld.example", there[^32..])).Text;
        Assert.Contains(here[^32..], mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Wat je volgde", mail, StringComparison.Ordinal);

        // A button from before the merge follows the one that goes on.
        await lotte.SubmitAsync(list, $"Volg niet meer: {into.Title}", HttpStatusCode.OK);
        Assert.Contains("Je volgt nog niets", (await lotte.OpenAsync("/mijn/volgt")).Body!.TextContent, StringComparison.Ordinal);
        await lotte.FollowAsync(Followable.Solution, other.Id);
        Assert.Contains(into.Title, (await lotte.OpenAsync("/mijn/volgt")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/volg/oplossing?wat=00000000-0000-0000-0000-000000000001")]
    [InlineData("/volg/oplossing?wat=geen-id")]
    [InlineData("/volg/oplossing")]
    [InlineData("/volg/thema?wat=Geen Slug")]
    [InlineData("/volg/woorden?wat=%20")]
    [InlineData("/volg/onbekend?wat=wonen")]
    public async Task Follow_OfWhatIsNotThere_IsNotFound(string path)
    {
        using var lotte = await site.AsAsync("Lotte Kramer");
        await lotte.OpenAsync(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Follow_WithAnAddressElsewhere_StaysOnTheSite()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var page = await samira.OpenAsync("/volg/thema?wat=zorg&terug=https%3A%2F%2Fkwaad.example%2F");

        await samira.SubmitAsync(page, "Volg dit", HttpStatusCode.OK);

        Assert.Equal("/muur?thema=zorg", samira.Here);
    }

    [Theory]
    [InlineData("/mijn/volgt")]
    [InlineData("/mijn/berichten")]
    [InlineData("/mijn/berichten/00000000-0000-0000-0000-000000000001")]
    [InlineData("/volg/thema?wat=wonen")]
    public async Task Get_WithoutSession_SendsToSignIn(string path)
    {
        using var visitor = site.Visit();
        await visitor.OpenAsync(path);
        Assert.Contains("/inloggen?terug=", visitor.Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_InEnglish_AreWholeInEnglish()
    {
        using var eva = await site.AsAsync("Eva Mulder");
        Assert.Contains("You follow nothing yet", (await eva.OpenAsync("/en/mijn/volgt")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You have no messages", (await eva.OpenAsync("/en/mijn/berichten")).Body!.TextContent, StringComparison.Ordinal);
        var page = await eva.OpenAsync("/en/muur?thema=wonen");
        Assert.Contains("Follow this page as a feed (Atom)", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/en/muur/atom.xml", page.QuerySelector("head link[type='application/atom+xml']")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}

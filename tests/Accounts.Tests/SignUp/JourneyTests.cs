using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.SignUp;

/// <summary>From nothing to a member who is signed in, over real pages.</summary>
public sealed class JourneyTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Password = "een lange zin met woorden 7";

    [Fact]
    public async Task Person_SignsUpConfirmsSignsInAndSignsOut()
    {
        using var visitor = site.Visit();
        var email = NewAddress();
        await SignUpAsync(visitor, email, ("Form.Municipality", "zutphen"));

        var link = await LinkAsync(email);
        var mine = await visitor.SubmitAsync(link, "Bevestig mijn adres", ("Form.Password", Password));
        Assert.Contains("Je e-mailadres is bevestigd", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Hallo Nieuwe Collega", mine.QuerySelector("h1")!.TextContent);
        Assert.Contains("Zutphen beslist of je lid wordt", mine.Body!.TextContent, StringComparison.Ordinal);
        var home = await visitor.OpenAsync("/");
        Assert.Contains("Nieuwe Collega", home.QuerySelector("header")!.TextContent, StringComparison.Ordinal);

        await visitor.SubmitAsync(home, "Log uit", HttpStatusCode.OK);
        Assert.DoesNotContain("Nieuwe Collega", (await visitor.OpenAsync("/")).QuerySelector("header")!.TextContent, StringComparison.Ordinal);

        // The link a second time, and the ordinary way in.
        await visitor.SubmitAsync(link, "Bevestig mijn adres", ("Form.Password", Password));
        Assert.Equal("/inloggen", visitor.Here);
        mine = await visitor.SubmitAsync("/inloggen", "Log in", ("Form.Email", email), ("Form.Password", Password));
        Assert.Equal("Hallo Nieuwe Collega", mine.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Confirm_WhatAStrangerSignedUpFor_IsNotPossibleForWhoOwnsTheMailbox()
    {
        using var stranger = site.Visit();
        using var owner = site.Visit();
        var email = NewAddress();
        const string theirs = "woorden van een vreemde 9 vissen";
        await SignUpAsync(owner, email);
        await LinkAsync(email);
        await SignUpAsync(stranger, email, ("Form.FullName", "Vreemde Vogel"), ("Form.Password", theirs));
        var link = (await site.MailAsync(email, "Hallo Vreemde Vogel,")).Link;

        var refused = await owner.SubmitAsync(await owner.OpenAsync(link), "Bevestig mijn adres", HttpStatusCode.BadRequest, ("Form.Password", Password));

        Assert.Contains("Met dit wachtwoord is dit account niet gemaakt", refused.QuerySelector(".utrecht-alert--fout")!.TextContent, StringComparison.Ordinal);
        var closed = await stranger.SubmitAsync(
            await stranger.OpenAsync("/inloggen"), "Log in", HttpStatusCode.BadRequest, ("Form.Email", email), ("Form.Password", theirs));
        Assert.Contains("Bevestig eerst je e-mailadres", closed.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_BeforeTheAddressIsConfirmed_AsksToConfirm()
    {
        using var visitor = site.Visit();
        var email = NewAddress();
        await SignUpAsync(visitor, email);

        var page = await visitor.SubmitAsync(
            await visitor.OpenAsync("/inloggen"), "Log in", HttpStatusCode.BadRequest, ("Form.Email", email), ("Form.Password", Password));

        Assert.Contains("Bevestig eerst je e-mailadres", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignUp_WithAnAddressThatHasAnAccount_AnswersTheSameAndMailsTheOwner()
    {
        using var visitor = site.Visit();
        var email = NewAddress();
        var first = await SignUpAsync(visitor, email);
        await visitor.SubmitAsync(await LinkAsync(email), "Bevestig mijn adres", ("Form.Password", Password));

        using var other = site.Visit();
        var second = await SignUpAsync(other, email);

        Assert.Equal(first.QuerySelector("main")!.TextContent, second.QuerySelector("main")!.TextContent);
        await site.MailAsync(email, "Je hebt er al een");
    }

    [Theory, OnEachDatabase]
    public async Task SignUp_ForAnAccountThatNobodyConfirmed_HoldsWhatWasTypedLast(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind, withSamples: false);
        using var stranger = own.Visit();
        using var owner = own.Visit();
        var email = NewAddress();
        const string theirs = "woorden van een vreemde 9 vissen";
        var first = await SignUpAsync(stranger, email, ("Form.FullName", "Eerste Vreemde"), ("Form.Password", theirs), ("Form.Municipality", "leiden"));
        var old = (await own.MailAsync(email, "Hallo Eerste Vreemde,")).Link;

        var second = await SignUpAsync(owner, email, ("Form.Municipality", "zutphen"));
        var link = (await own.MailAsync(email, "Hallo Nieuwe Collega,")).Link;

        Assert.Equal(first.QuerySelector("main")!.TextContent, second.QuerySelector("main")!.TextContent);
        var worthless = await stranger.SubmitAsync(await stranger.OpenAsync(old), "Bevestig mijn adres", HttpStatusCode.BadRequest, ("Form.Password", theirs));
        Assert.Contains("Deze link werkt niet meer", worthless.Body!.TextContent, StringComparison.Ordinal);
        var mine = await owner.SubmitAsync(link, "Bevestig mijn adres", ("Form.Password", Password));
        await stranger.SubmitAsync(
            await stranger.OpenAsync("/inloggen"), "Log in", HttpStatusCode.BadRequest, ("Form.Email", email), ("Form.Password", theirs));
        Assert.Equal("Hallo Nieuwe Collega", mine.QuerySelector("h1")!.TextContent);

        await using var scope = own.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<AccountsDb>().People.SingleAsync(each => each.Email == email);
        Assert.Equal(
            [(own.Organisation("leiden"), MembershipState.Ended), (own.Organisation("zutphen"), MembershipState.Requested)],
            (await own.RolesAsync(person.Id)).Select(each => (each.Organisation, each.State)));
        Assert.Contains(await own.LedgerAsync(person.Id.Value), each => each.Event == nameof(AccountChanged)
            && each.Change.Contains("PasswordHash", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignUp_MoreOftenThanMailsGo_LeavesNoLinkOfBefore()
    {
        using var owner = site.Visit();
        using var stranger = site.Visit();
        var email = NewAddress();
        await SignUpAsync(owner, email);
        var link = await LinkAsync(email);
        List<string> names = ["Vreemde Aap", "Vreemde Beer", "Vreemde Das"];
        foreach (var name in names)
            await SignUpAsync(stranger, email, ("Form.FullName", name));
        List<string> links = [link, (await site.MailAsync(email, "Hallo Vreemde Aap,")).Link, (await site.MailAsync(email, "Hallo Vreemde Beer,")).Link];

        // The last mail is not what was typed last: that one was not mailed.
        foreach (var each in links)
            await owner.SubmitAsync(await owner.OpenAsync(each), "Bevestig mijn adres", HttpStatusCode.BadRequest, ("Form.Password", Password));
    }

    [Theory]
    [InlineData("welkom welkom welkom")]
    [InlineData("1qaz2wsx3edc")]
    public async Task SignUp_WithAnEasyPassword_AnswersTheSameWhetherThereIsAnAccount(string password)
    {
        var known = await site.PersonAsync();
        var begun = NewAddress();
        using var visitor = site.Visit();
        await SignUpAsync(visitor, begun);
        HashSet<string> answers = [];

        foreach (var email in (string[])[known.Email, begun, NewAddress()])
        {
            var page = await visitor.SubmitAsync(
                await visitor.OpenAsync("/account-maken"), "Maak mijn account", HttpStatusCode.BadRequest,
                ("Form.FullName", "Nieuwe Collega"), ("Form.Email", email), ("Form.Password", password));
            answers.Add(page.QuerySelector(".utrecht-alert--fout")!.TextContent);
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task SignUp_WithThePartsThatAreWrong_NamesEachAndKeepsWhatWasTyped()
    {
        using var visitor = site.Visit();

        var page = await visitor.SubmitAsync(
            await visitor.OpenAsync("/account-maken"), "Maak mijn account", HttpStatusCode.BadRequest,
            ("Form.FullName", "Ada Kok"), ("Form.Email", "geen adres"), ("Form.Password", "kort"), ("Form.Municipality", "deventer"));

        Assert.Equal("Ada Kok", page.QuerySelector("[name='Form.FullName']")!.GetAttribute("value"));
        Assert.Equal("deventer", page.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelector("[name='Form.Password']")!.GetAttribute("value") ?? "");
        Assert.Equal(2, page.QuerySelectorAll(".utrecht-alert--fout a").Length);
        Assert.StartsWith("Fout:", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("welkom welkom welkom")]
    [InlineData("Nieuwe Collega 12")]
    [InlineData("aaaaaaaaaaaaaaa")]
    public async Task SignUp_WithAPasswordThatIsEasyToGuess_IsRefused(string password)
    {
        using var visitor = site.Visit();

        var page = await visitor.SubmitAsync(
            await visitor.OpenAsync("/account-maken"), "Maak mijn account", HttpStatusCode.BadRequest,
            ("Form.FullName", "Nieuwe Collega"), ("Form.Email", NewAddress()), ("Form.Password", password));

        Assert.Contains("makkelijk te raden", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("LeaveMeAlone")]
    [InlineData("sonyericsson")]
    public async Task SignUp_WithAMostUsedPassword_IsRefused(string password)
    {
        using var visitor = site.Visit();

        var page = await visitor.SubmitAsync(
            await visitor.OpenAsync("/account-maken"), "Maak mijn account", HttpStatusCode.BadRequest,
            ("Form.FullName", "Nieuwe Collega"), ("Form.Email", NewAddress()), ("Form.Password", password));

        Assert.Contains("Veel mensen gebruiken dit wachtwoord", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_WithTheDomainOfTheMunicipality_LetsTheContributorIn()
    {
        var domain = $"{Guid.NewGuid():N}.example";
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
            var leiden = scope.ServiceProvider.GetRequiredService<Organisations.IOrganisations>().FindBySlug("leiden")!.Id;
            db.Domains.Add(EmailDomain.Of(domain, leiden));
            db.Record(new EmailDomainSet(leiden, domain, true), new Actor("test"));
            await db.SaveChangesAsync();
        }

        using var visitor = site.Visit();
        var email = $"collega@{domain}";
        await SignUpAsync(visitor, email, ("Form.Municipality", "leiden"));
        var mine = await visitor.SubmitAsync(await LinkAsync(email), "Bevestig mijn adres", ("Form.Password", Password));

        Assert.Contains("Je werkt voor Leiden", mine.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_WithAWrongCode_SaysThatTheLinkNoLongerWorks()
    {
        using var visitor = site.Visit();
        var page = await visitor.SubmitAsync(
            await visitor.OpenAsync($"/account-maken/bevestigen?wie={Guid.NewGuid()}&code=onzin!"),
            "Bevestig mijn adres", HttpStatusCode.BadRequest, ("Form.Password", Password));

        Assert.Contains("Deze link werkt niet meer", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> LinkAsync(string email) => (await site.MailAsync(email, "om je e-mailadres te bevestigen")).Link;

    private static string NewAddress() => $"collega-{Guid.NewGuid():N}@zutphen.example";

    // What is named twice holds as it was named last.
    private static Task<AngleSharp.Html.Dom.IHtmlDocument> SignUpAsync(
        Visitor visitor, string email, params (string Name, string Value)[] more)
    {
        Dictionary<string, string> fields = new() { ["Form.FullName"] = "Nieuwe Collega", ["Form.Email"] = email, ["Form.Password"] = Password };
        foreach (var (name, value) in more)
            fields[name] = value;
        return visitor.SubmitAsync("/account-maken", "Maak mijn account", [.. fields.Select(each => (each.Key, each.Value))]);
    }
}

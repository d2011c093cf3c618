using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Security;

/// <summary>Password, second step, recovery codes and sessions, as their owner changes them.</summary>
public sealed class SecurityPagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Page = "/mijn/beveiliging", On = Page + "/tweede-stap", Off = Page + "/tweede-stap-uit", Codes = Page + "/herstelcodes", Out = Page + "/uitloggen";
    private const string NewPassword = "nog een lange zin vol 9 dieren";

    [Theory]
    [InlineData(Page)]
    [InlineData(On)]
    [InlineData(Off)]
    [InlineData(Codes)]
    [InlineData(Page + "/wachtwoord")]
    public async Task Get_WithoutSession_SendsToSignIn(string path)
    {
        using var visitor = site.Visit();
        await visitor.OpenAsync(path);
        Assert.Contains("/inloggen?terug=", visitor.Here, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Off)]
    [InlineData(Codes)]
    public async Task Get_WithoutSecondStep_IsNotFound(string path)
    {
        using var visitor = await site.AsAsync(await site.PersonAsync(), secondFactor: false);
        await visitor.OpenAsync(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Password_Changed_EndsOtherBrowsersAndMails()
    {
        var person = await site.PersonAsync();
        using var here = await site.AsAsync(person, secondFactor: false);
        using var elsewhere = await site.AsAsync(person, secondFactor: false);

        await here.SubmitAsync($"{Page}/wachtwoord", "Bewaar mijn wachtwoord", ("Form.Current", NewPeople.Password), ("Form.Password", NewPassword));

        Assert.Equal(Page, here.Here);
        await elsewhere.OpenAsync("/mijn");
        Assert.Contains("/inloggen", elsewhere.Here, StringComparison.Ordinal);
        await site.MailAsync(person.Email, "Je wachtwoord is veranderd.");
        var mine = await elsewhere.SubmitAsync("/inloggen", "Log in", ("Form.Email", person.Email), ("Form.Password", NewPassword));
        Assert.Contains(person.Name, mine.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await site.AssertLedgerIsWithoutAsync(person);
    }

    [Theory]
    [InlineData("", NewPassword, "Vul je huidige wachtwoord in")]
    [InlineData("niet mijn wachtwoord", NewPassword, "Je huidige wachtwoord klopt niet")]
    [InlineData(NewPeople.Password, "kort", "minstens 12 tekens")]
    [InlineData(NewPeople.Password, "welkom welkom welkom", "makkelijk te raden")]
    public async Task Password_ThatCannotBeChanged_SaysWhy(string current, string password, string message)
    {
        using var visitor = await site.AsAsync(await site.PersonAsync(), secondFactor: false);
        var again = await visitor.SubmitAsync(
            await visitor.OpenAsync($"{Page}/wachtwoord"), "Bewaar mijn wachtwoord", HttpStatusCode.BadRequest,
            ("Form.Current", current), ("Form.Password", password));
        Assert.Contains(message, again.QuerySelector(".utrecht-alert--fout")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondStep_TurnedOn_WakesTheRolesHereAndIsAskedAtTheNextSignIn()
    {
        var person = await site.PersonAsync("beek", MembershipRole.Coordinator);
        using var visitor = await site.AsAsync(person, secondFactor: false);
        using var elsewhere = await site.AsAsync(person, secondFactor: false);
        var (key, codes) = await TurnOnAsync(visitor);

        Assert.Equal(10, codes.Distinct().Count());
        await visitor.OpenAsync("/mijn/organisatie/leden");
        await site.MailAsync(person.Email, "De tweede stap bij het inloggen staat nu aan.");
        Assert.Contains("Log nog één keer in", (await elsewhere.OpenAsync(Page)).Body!.TextContent, StringComparison.Ordinal);

        using var next = site.Visit();
        var step = await next.SignInAsync(person);
        Assert.Equal("Tweede stap", step.QuerySelector("h1")!.TextContent);
        var wrong = await next.SubmitAsync(step, "Log in", HttpStatusCode.BadRequest, ("Form.Code", "000000"));
        Assert.Contains("Deze code klopt niet", wrong.Body!.TextContent, StringComparison.Ordinal);
        var soon = Totp.Code(key, TimeProvider.System.GetUtcNow().AddSeconds(30));
        await next.SubmitAsync(wrong, "Log in", HttpStatusCode.OK, ("Form.Code", soon));
        await next.OpenAsync("/mijn/organisatie/leden");

        using var overTheShoulder = site.Visit();
        await overTheShoulder.SubmitAsync(
            await overTheShoulder.SignInAsync(person), "Log in", HttpStatusCode.BadRequest, ("Form.Code", soon));
    }

    [Fact]
    public async Task RecoveryCode_WorksOnceAndNewOnesReplaceTheOld()
    {
        var person = await site.PersonAsync("beek", MembershipRole.Contributor);
        using var visitor = await site.AsAsync(person, secondFactor: false);
        var (_, codes) = await TurnOnAsync(visitor);
        var first = codes[0];
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var kept = await scope.ServiceProvider.GetRequiredService<AccountsDb>().Tokens.AsNoTracking()
                .Where(each => each.UserId == person.Id).Select(each => each.Value).ToListAsync();
            Assert.DoesNotContain(kept, each => each!.Contains(first, StringComparison.OrdinalIgnoreCase));
        }

        using var next = site.Visit();
        await next.SubmitAsync(await next.SignInAsync(person), "Log in", HttpStatusCode.OK, ("Form.Code", first));
        Assert.Contains("Je hebt nog 9 herstelcodes", (await next.OpenAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        using var again = site.Visit();
        await again.SubmitAsync(await again.SignInAsync(person), "Log in", HttpStatusCode.BadRequest, ("Form.Code", first));

        var refused = await next.SubmitAsync(await next.OpenAsync(Codes), "Maak nieuwe herstelcodes", HttpStatusCode.BadRequest, ("Form.Current", "niet goed"));
        Assert.Contains("Je huidige wachtwoord klopt niet", refused.Body!.TextContent, StringComparison.Ordinal);
        var fresh = await next.SubmitAsync(Codes, "Maak nieuwe herstelcodes", ("Form.Current", NewPeople.Password));
        Assert.Equal(10, fresh.QuerySelectorAll("ol code").Length);
        await again.SubmitAsync(await again.SignInAsync(person), "Log in", HttpStatusCode.BadRequest, ("Form.Code", codes[1]));
    }

    [Fact]
    public async Task RecoveryCode_WrongFiveTimes_LocksTheAccount_AlsoForARightOne()
    {
        var person = await site.PersonAsync();
        using var visitor = await site.AsAsync(person, secondFactor: false);
        var (_, codes) = await TurnOnAsync(visitor);
        using var thief = site.Visit();
        var step = await thief.SignInAsync(person);
        for (var attempt = 0; attempt < 5; attempt++)
            step = await thief.SubmitAsync(step, "Log in", HttpStatusCode.BadRequest, ("Form.Code", $"BBBBB-BBBB{attempt + 2}"));

        Assert.Contains("Er is te vaak een verkeerde code gebruikt", step.Body!.TextContent, StringComparison.Ordinal);
        await thief.SubmitAsync(step, "Log in", HttpStatusCode.BadRequest, ("Form.Code", codes[0]));
    }

    [Theory]
    [InlineData("123", NewPeople.Password, "Deze code klopt niet")]
    [InlineData("", NewPeople.Password, "Vul de code in")]
    [InlineData("right", "niet mijn wachtwoord", "Je huidige wachtwoord klopt niet")]
    public async Task SecondStep_ThatCannotBeTurnedOn_SaysWhyAndKeepsTheKey(string code, string password, string message)
    {
        using var visitor = await site.AsAsync(await site.PersonAsync(), secondFactor: false);
        var page = await visitor.OpenAsync(On);
        var key = page.QuerySelector("code")!.TextContent;
        var again = await visitor.SubmitAsync(
            page, "Zet de tweede stap aan", HttpStatusCode.BadRequest,
            ("Form.Code", code == "right" ? Totp.Code(key, TimeProvider.System.GetUtcNow()) : code), ("Form.Current", password));
        Assert.Contains(message, again.QuerySelector(".utrecht-alert--fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(key, again.QuerySelector("code")!.TextContent);
    }

    [Fact]
    public async Task SecondStep_ThatARoleNeeds_CannotBeTurnedOff()
    {
        using var visitor = await site.AsAsync(await site.PersonAsync("beek", MembershipRole.Authoriser), secondFactor: false);
        await TurnOnAsync(visitor);
        var page = await visitor.OpenAsync(Off);
        Assert.Contains("Je rol heeft de tweede stap nodig", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task SecondStep_TurnedOff_AsksThePasswordAndForgetsTheSecret()
    {
        var person = await site.PersonAsync();
        using var visitor = await site.AsAsync(person, secondFactor: false);
        var (key, _) = await TurnOnAsync(visitor);
        await visitor.SubmitAsync(await visitor.OpenAsync(Off), "Zet de tweede stap uit", HttpStatusCode.BadRequest, ("Form.Current", "onzin"));
        await visitor.SubmitAsync(Off, "Zet de tweede stap uit", ("Form.Current", NewPeople.Password));
        await site.MailAsync(person.Email, "De tweede stap bij het inloggen staat nu uit.");
        Assert.NotEqual(key, (await visitor.OpenAsync(On)).QuerySelector("code")!.TextContent);
        using var next = site.Visit();
        await next.SignInAsync(person);
        Assert.Equal("/mijn", next.Here);
    }

    [Fact]
    public async Task SessionFromBeforeTheSecondStep_ChangesNoFactor_UntilARecoveryCodeIsShown()
    {
        var person = await site.PersonAsync("beek", MembershipRole.Coordinator);
        using var before = await site.AsAsync(person, secondFactor: false);
        using var owner = await site.AsAsync(person, secondFactor: false);
        var (_, codes) = await TurnOnAsync(owner);

        foreach (var path in (string[])[Off, Codes, Page + "/passkeys"])
        {
            var page = await before.OpenAsync(path);
            Assert.Contains("Ben je die kwijt? Gebruik na je wachtwoord een herstelcode.", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("main form"));
            using var answer = await before.PostAsync(Page + "/wachtwoord", path, ("Form.Current", NewPeople.Password));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        await before.OpenAsync("/mijn/organisatie/leden", HttpStatusCode.Forbidden);
        var again = (await before.OpenAsync(Codes)).QuerySelector("main a[href*='/uitloggen?terug=']")!.GetAttribute("href")!;
        var step = await before.SubmitAsync(
            await before.SubmitAsync(again, "Log opnieuw in"), "Log in", HttpStatusCode.OK,
            ("Form.Email", person.Email), ("Form.Password", NewPeople.Password));
        await before.SubmitAsync(step, "Log in", HttpStatusCode.OK, ("Form.Code", codes[0]));

        Assert.Equal(Codes, before.Here);
        await before.OpenAsync("/mijn/organisatie/leden");
        Assert.Equal(10, (await before.SubmitAsync(Codes, "Maak nieuwe herstelcodes", ("Form.Current", NewPeople.Password))).QuerySelectorAll("ol code").Length);
    }

    [Fact]
    public async Task Sessions_AreListedAndEndedOneByOneOrAllOthers()
    {
        var person = await site.PersonAsync();
        using var here = await site.AsAsync(person, secondFactor: false);
        using var two = await site.AsAsync(person, secondFactor: false);
        using var three = await site.AsAsync(person, secondFactor: false);

        var page = await here.OpenAsync(Page);
        Assert.Single(page.QuerySelectorAll("li"), each => each.TextContent.Contains("dit is deze browser", StringComparison.Ordinal));
        var one = page.QuerySelector("main a[href*='sessie=']")!.GetAttribute("href")!;
        await here.SubmitAsync(await here.OpenAsync(one), "Log daar uit", HttpStatusCode.BadRequest, ("Form.Current", "verkeerd"));
        var ended = await here.SubmitAsync(one, "Log daar uit", ("Form.Current", NewPeople.Password));
        Assert.Single(ended.QuerySelectorAll("main a[href*='sessie=']"));
        await here.SubmitAsync(Out, "Log overal anders uit", ("Form.Current", NewPeople.Password));

        Assert.Equal(Page, here.Here);
        foreach (var other in (Visitor[])[two, three])
        {
            await other.OpenAsync("/mijn");
            Assert.Contains("/inloggen", other.Here, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SecondStep_TurnedOn_GivesTheSessionANewKey()
    {
        var person = await site.PersonAsync();
        using var visitor = await site.AsAsync(person, secondFactor: false);
        var before = await KeyAsync();

        await TurnOnAsync(visitor);

        Assert.NotEqual(before, await KeyAsync());
        await visitor.OpenAsync(Page);
        Assert.Equal(Page, visitor.Here);

        async Task<string> KeyAsync()
        {
            await using var scope = site.Services.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<AccountsDb>().Sessions.SingleAsync(each => each.Person == person.Id)).Key;
        }
    }

    [Fact]
    public async Task Session_OfSomebodyElse_CannotBeEnded()
    {
        var person = await site.PersonAsync();
        using var owner = await site.AsAsync(person, secondFactor: false);
        using var second = await site.AsAsync(person, secondFactor: false);
        var session = (await owner.OpenAsync(Page)).QuerySelector("main a[href*='sessie=']")!.GetAttribute("href")!;
        using var thief = await site.AsAsync("Lotte Kramer");
        var token = (await thief.OpenAsync(Page)).QuerySelector("[name='formulier']")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("formulier", token)]);

        await thief.OpenAsync(session, HttpStatusCode.NotFound);
        using var answer = await thief.RawAsync(HttpMethod.Post, session, form);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(2, (await owner.OpenAsync(Page)).QuerySelectorAll("li").Count(each => each.TextContent.Contains("Ingelogd op", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SignIn_WhileSignedIn_LeavesWhoIsThere()
    {
        var (one, two) = (await site.PersonAsync(), await site.PersonAsync());
        using var visitor = site.Visit();
        var form = await visitor.OpenAsync("/inloggen");
        await visitor.SubmitAsync(form, "Log in", HttpStatusCode.OK, ("Form.Email", one.Email), ("Form.Password", NewPeople.Password));
        var token = (await visitor.OpenAsync("/mijn/profiel")).QuerySelector("[name='formulier']")!.GetAttribute("value")!;
        using var second = new FormUrlEncodedContent(
            [new("Form.Email", two.Email), new("Form.Password", NewPeople.Password), new("formulier", token)]);

        using var answer = await visitor.RawAsync(HttpMethod.Post, "/inloggen", second);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain(await site.LedgerAsync(two.Id.Value), each => each.Event == nameof(SignedIn));
        Assert.Contains(one.Name, (await visitor.OpenAsync("/mijn")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync(On);
        var key = page.QuerySelector("code")!.TextContent;
        var done = await visitor.SubmitAsync(
            page, "Zet de tweede stap aan", HttpStatusCode.OK,
            ("Form.Code", Totp.Code(key, TimeProvider.System.GetUtcNow())), ("Form.Current", NewPeople.Password));
        return (key, [.. done.QuerySelectorAll("ol code").Select(each => each.TextContent)]);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Providers;

/// <summary>Signing in with the account of one's work, from the first time to the last.</summary>
[Collection(WithProviders.Name)]
public sealed class JourneyTests(SiteWithProviders with)
{
    private const string Security = "/mijn/beveiliging", Links = Security + "/inlogdiensten";

    [Fact]
    public async Task NewPerson_AgreesFirstAndIsKnownAfterwards()
    {
        var subject = await with.Country.PersonAsync();
        using var visitor = with.Site.Visit();
        var start = await visitor.OpenAsync("/inloggen?terug=/mijn/profiel");
        var button = start.QuerySelectorAll("a").Single(each => each.TextContent.Trim() == "Log in met Landelijk").GetAttribute("href")!;

        var asks = await visitor.ThroughAsync(with.Country, subject, button);

        Assert.Equal("Maak een account", asks.Heading());
        Assert.Contains($"{subject}@inlogdienst.example", asks.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(await with.LinkedAsync(with.Country, subject));
        await visitor.SubmitAsync(asks, "Maak mijn account", HttpStatusCode.BadRequest, ("Form.FullName", ""));
        var mine = await visitor.SubmitAsync(asks, "Maak mijn account", HttpStatusCode.OK, ("Form.FullName", "Jantien de Wit"));
        Assert.Equal("/mijn/profiel", visitor.Here);
        Assert.Contains("Welkom, Jantien de Wit", mine.Body!.TextContent, StringComparison.Ordinal);
        var person = (await with.LinkedAsync(with.Country, subject))!.Value;
        Assert.Equal(with.Country.Key, Assert.Single(await with.SessionsAsync(person)).Provider);
        Assert.Equal(
            [nameof(PersonJoined), nameof(EmailConfirmed), nameof(ProviderLinked), nameof(SignedIn)],
            (await with.Site.LedgerAsync(person.Value)).Select(each => each.Event).Where(each => each != nameof(AccountChanged)));

        using var next = with.Site.Visit();
        await next.ThroughAsync(with.Country, subject, $"/en/inloggen/{with.Country.Key}");
        Assert.Equal("/en/mijn", next.Here);
        Assert.DoesNotContain(next.Cookies.Keys, name => name.StartsWith("__Host-inlog", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AddressOfAnAccount_IsLinkedAfterProofOfBoth()
    {
        var person = await with.Site.PersonAsync();
        var subject = await with.Country.PersonAsync(new() { ["email"] = person.Email.ToUpperInvariant() });
        using var visitor = with.Site.Visit();

        var says = await visitor.ThroughAsync(with.Country, subject, $"/inloggen/{with.Country.Key}?terug=/mijn/profiel");

        Assert.Equal("Je hebt al een account", says.Heading());
        await visitor.AssertInAsync(false);
        // Nobody else gets to see the page.
        using var passer = with.Site.Visit();
        Assert.Contains("reden=Used", await WhereAsync(passer, $"/inloggen/{with.Country.Key}/verder?terug=%2Fmijn%2Fprofiel"), StringComparison.Ordinal);
        var signIn = says.QuerySelectorAll("a").Single(each => each.TextContent.Trim() == "Log in en koppel").GetAttribute("href")!;
        var link = await visitor.SubmitAsync(signIn, "Log in", ("Form.Email", person.Email), ("Form.Password", NewPeople.Password));
        Assert.Equal("Koppel Landelijk aan je account", link.Heading());
        Assert.Null(link.QuerySelector("[type=password]"));
        Assert.Null(await with.LinkedAsync(with.Country, subject));
        await visitor.SubmitAsync(link, "Koppel", HttpStatusCode.OK);
        Assert.Equal("/mijn/profiel", visitor.Here);
        Assert.Equal(person.Id, await with.LinkedAsync(with.Country, subject));
        await with.Site.MailAsync(person.Email, "Je kunt nu ook inloggen met een inlogdienst.");
        await with.Site.AssertLedgerIsWithoutAsync(person);

        using var next = with.Site.Visit();
        await next.ThroughAsync(with.Country, subject);
        Assert.Equal("/mijn", next.Here);
    }

    [Fact]
    public async Task Link_OfWhoHasAPasskeyAndDidNotShowIt_IsRefused()
    {
        var person = await with.Site.PersonAsync();
        using var owner = await with.Site.AsAsync(person, secondFactor: false);
        using var device = new Device(with.Site);
        await device.MakeAsync(owner);
        var subject = await with.Region.PersonAsync(new() { ["email_verified"] = false }, "mfa");
        using var thief = with.Site.Visit();
        await thief.SignInAsync(person);

        var link = await thief.ThroughAsync(with.Region, subject);

        Assert.Contains("Laat eerst je tweede stap zien", link.Body!.TextContent, StringComparison.Ordinal);
        using var answer = await thief.PostAsync(Security + "/wachtwoord", $"{Links}/{with.Region.Key}", ("Form.Current", NewPeople.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await with.LinkedAsync(with.Region, subject));
    }

    [Fact]
    public async Task Link_FromTheOwnPage_AsksThePasswordOfAnOlderSession()
    {
        var person = await with.Site.PersonAsync();
        var subject = await with.Country.PersonAsync(new() { ["email_verified"] = false });
        using var visitor = await with.Site.AsAsync(person, secondFactor: false);
        await SessionsBeganAsync(person.Id, TimeProvider.System.GetUtcNow().AddHours(-1));
        var start = (await visitor.OpenAsync(Security)).QuerySelectorAll("a").Single(each => each.TextContent == "Koppel: Landelijk").GetAttribute("href")!;

        var link = await visitor.ThroughAsync(with.Country, subject, start);

        Assert.Equal("Koppel Landelijk aan je account", link.Heading());
        await visitor.SubmitAsync(link, "Koppel", HttpStatusCode.BadRequest, ("Form.Current", "niet mijn wachtwoord"));
        Assert.Null(await with.LinkedAsync(with.Country, subject));
        var after = await visitor.SubmitAsync(link, "Koppel", HttpStatusCode.OK, ("Form.Current", NewPeople.Password));
        Assert.Equal(Security, visitor.Here);
        Assert.Contains("Haal weg: Landelijk", after.Body!.TextContent, StringComparison.Ordinal);

        await visitor.SubmitAsync($"{Links}/{with.Country.Key}/weg", "Haal de koppeling weg", ("Form.Current", NewPeople.Password));
        Assert.Null(await with.LinkedAsync(with.Country, subject));
        Assert.Equal(nameof(ProviderUnlinked), (await with.Site.LedgerAsync(person.Id.Value))[^1].Event);
    }

    [Fact]
    public async Task Unlink_TheOnlyWayIn_IsRefused()
    {
        var (visitor, _, subject) = await with.JoinAsync(with.Country);
        using (visitor)
        {
            var page = await visitor.OpenAsync($"{Links}/{with.Country.Key}/weg");

            Assert.Contains("Dit is je enige manier om in te loggen", page.Body!.TextContent, StringComparison.Ordinal);
            await visitor.OpenAsync($"{Links}/{with.Region.Key}/weg", HttpStatusCode.NotFound);
            Assert.NotNull(await with.LinkedAsync(with.Country, subject));
        }
    }

    [Fact]
    public async Task WithoutPassword_AChangeAsksToSignInAgain_AndGoesOnWhereItWas()
    {
        const string Path = Security + "/wachtwoord", Save = "Bewaar mijn wachtwoord";
        (string, string) password = ("Form.Password", NewPeople.Password);
        var (visitor, person, _) = await with.JoinAsync(with.Country);
        using (visitor)
        {
            await SessionsBeganAsync(person, TimeProvider.System.GetUtcNow().AddMinutes(-11));

            var refused = await visitor.SubmitAsync(await visitor.OpenAsync(Path), Save, HttpStatusCode.BadRequest, password);
            Assert.Contains("Log opnieuw in", refused.QuerySelector(".utrecht-alert--fout")!.TextContent, StringComparison.Ordinal);
            var again = refused.QuerySelectorAll("main form a").Single(each => each.TextContent == "Log opnieuw in").GetAttribute("href")!;
            var signIn = await visitor.SubmitAsync(again, "Log opnieuw in");
            await visitor.AssertInAsync(false);
            var there = signIn.QuerySelectorAll("main a").Single(each => each.TextContent.Contains("Landelijk", StringComparison.Ordinal)).GetAttribute("href")!;
            // The provider of this test still knows who it is, and asks nothing.
            var page = await visitor.OpenAsync(there);

            Assert.Equal(Path, visitor.Here);
            await visitor.SubmitAsync(page, Save, HttpStatusCode.OK, password);
            Assert.Equal(Security, visitor.Here);
        }
    }

    [Theory]
    [InlineData("/mijn/beveiliging/passkeys", "Maak de passkey")]
    [InlineData("/mijn/beveiliging/uitloggen", "Log overal anders uit")]
    [InlineData("/mijn/account-sluiten", "Sluit mijn account")]
    [InlineData("/mijn/e-mailadres", "Mail me de link")]
    public async Task WithoutPassword_SignedInLongAgo_CannotChangeTheAccount(string path, string button)
    {
        var (visitor, person, _) = await with.JoinAsync(with.Country);
        using (visitor)
        {
            await SessionsBeganAsync(person, TimeProvider.System.GetUtcNow().AddMinutes(-11));
            var page = await visitor.OpenAsync(path);
            var email = page.QuerySelector("[name='Form.Email']") is null ? [] : new[] { ("Form.Email", $"{Guid.NewGuid():N}@nieuw.example") };

            var refused = await visitor.SubmitAsync(page, button, HttpStatusCode.BadRequest, email);

            Assert.Contains("langer dan 10 minuten geleden ingelogd", refused.QuerySelector(".utrecht-alert--fout")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AccountOfSomebodyElse_CannotBeLinked()
    {
        var (other, _, subject) = await with.JoinAsync(with.Country);
        other.Dispose();
        using var visitor = await with.Site.AsAsync(await with.Site.PersonAsync(), secondFactor: false);

        var page = await visitor.ThroughAsync(with.Country, subject);

        Assert.Contains("reden=OfSomebodyElse", visitor.Here, StringComparison.Ordinal);
        Assert.Equal("Hiermee logt een ander account in", page.Heading());
    }

    [Theory]
    [InlineData(false, "Landelijk zegt niet dat het e-mailadres van jou is")]
    [InlineData(true, "Landelijk geeft ons geen e-mailadres")]
    public async Task AddressThatProvesNothing_IsRefusedTheSameWithAndWithoutAccount(bool without, string heading)
    {
        foreach (var email in (string[])[(await with.Site.PersonAsync()).Email, $"{Guid.NewGuid():N}@nieuw.example"])
        {
            using var visitor = with.Site.Visit();
            var page = await visitor.ThroughAsync(
                with.Country, await with.Country.PersonAsync(new() { ["email"] = without ? "geen adres" : email, ["email_verified"] = false }));
            Assert.Equal(heading, page.Heading());
            await visitor.AssertInAsync(false);
        }
    }

    [Fact]
    public async Task Claims_GiveRolesThatADomainCouldGive_AndAskForMore()
    {
        var (contributor, first, subject) = await with.JoinAsync(with.Region, new() { ["organisation"] = "0001", ["groups"] = new[] { "CN=lezers", "CN=bijdragers", "CN=bestuur" } });
        var (coordinator, second, _) = await with.JoinAsync(with.Region, new() { ["organisation"] = "0002", ["groups"] = new[] { "CN=coordinatoren" } });
        var (stranger, third, _) = await with.JoinAsync(with.Region, new() { ["organisation"] = "0009", ["groups"] = new[] { "CN=bijdragers" } });
        using var all = contributor;
        coordinator.Dispose();
        stranger.Dispose();

        var role = Assert.Single(await with.Site.RolesAsync(first));
        Assert.Equal((MembershipRole.Contributor, MembershipState.Approved, with.Site.Organisation("zutphen")), (role.Role, role.State, role.Organisation));
        Assert.Contains(await with.Site.LedgerAsync(role.Organisation.Value), each =>
             each.Event == nameof(MembershipApproved) && each.Change.Contains("\"byProvider\":\"regio\"", StringComparison.Ordinal));
        await contributor.OpenAsync("/deel");
        var asked = Assert.Single(await with.Site.RolesAsync(second));
        Assert.Equal((MembershipRole.Coordinator, MembershipState.Requested, with.Site.Organisation("deventer")), (asked.Role, asked.State, asked.Organisation));
        Assert.Empty(await with.Site.RolesAsync(third));

        await contributor.SubmitAsync($"/mijn/organisaties/{role.Id}/stoppen", "Stop deze rol");
        using var next = with.Site.Visit();
        await next.ThroughAsync(with.Region, subject);
        Assert.Equal(MembershipState.Ended, Assert.Single(await with.Site.RolesAsync(first)).State);
    }

    [Fact]
    public async Task SecondFactor_OfTheProvider_CountsOnlyWhereTheSettingsSaySo()
    {
        var (region, there, _) = await with.JoinAsync(with.Region, null, "pwd", "mfa");
        var (country, here, _) = await with.JoinAsync(with.Country, null, "pwd", "mfa");
        region.Dispose();
        country.Dispose();

        Assert.True(Assert.Single(await with.SessionsAsync(there)).SecondFactor);
        Assert.False(Assert.Single(await with.SessionsAsync(here)).SecondFactor);
    }

    [Fact]
    public async Task OwnSecondStep_IsAskedAfterTheProvider_AndTheSessionKnowsWhereItBegan()
    {
        var (visitor, person, subject) = await with.JoinAsync(with.Country);
        using (visitor)
        {
            var page = await visitor.OpenAsync($"{Security}/tweede-stap");
            var key = page.QuerySelector(".pm-sleutel")!.TextContent;
            await visitor.SubmitAsync(page, "Zet de tweede stap aan", HttpStatusCode.OK, ("Form.Code", Totp.Code(key, TimeProvider.System.GetUtcNow())));

            using var next = with.Site.Visit();
            var step = await next.ThroughAsync(with.Country, subject, $"/inloggen/{with.Country.Key}?terug=/mijn/profiel");
            Assert.Equal("Tweede stap", step.Heading());
            await next.SubmitAsync(step, "Log in", HttpStatusCode.OK, ("Form.Code", Totp.Code(key, TimeProvider.System.GetUtcNow().AddSeconds(30))));

            Assert.Equal("/mijn/profiel", next.Here);
            var session = (await with.SessionsAsync(person))[^1];
            Assert.Equal((true, with.Country.Key, 64), (session.SecondFactor, session.Provider, session.ProviderSession!.Length));
        }
    }

    [Fact]
    public async Task TwoProviders_LeadToOneAccount_EachWithItsOwnProof()
    {
        var (visitor, person, _) = await with.JoinAsync(with.Country);
        using (visitor)
        {
            var elsewhere = await with.Region.PersonAsync();
            await visitor.SubmitAsync(await visitor.ThroughAsync(with.Region, elsewhere), "Koppel", HttpStatusCode.OK);

            using var next = with.Site.Visit();
            await next.ThroughAsync(with.Region, elsewhere);

            Assert.Equal("/mijn", next.Here);
            Assert.Equal([with.Country.Key, with.Region.Key], (await with.SessionsAsync(person)).Select(each => each.Provider));
            await visitor.SubmitAsync($"{Links}/{with.Country.Key}/weg", "Haal de koppeling weg");
            await next.AssertInAsync();
        }
    }

    [Fact]
    public async Task ClosedAccount_IsTiedToNobody()
    {
        var (visitor, person, subject) = await with.JoinAsync(with.Country);
        using (visitor)
        {
            var name = (await visitor.OpenAsync("/mijn/profiel")).QuerySelector("[name='Form.FullName']")!.GetAttribute("value")!;
            await visitor.SubmitAsync("/mijn/account-sluiten", "Sluit mijn account", ("Form.TypedName", name));

            Assert.Null(await with.LinkedAsync(with.Country, subject));
            Assert.Empty(await with.SessionsAsync(person));
        }
    }

    [Fact]
    public async Task AccountThatNobodyConfirmed_BecomesThatOfWhoOwnsTheAddress()
    {
        var subject = await with.Country.PersonAsync();
        using var squatter = with.Site.Visit();
        await squatter.SubmitAsync("/account-maken", "Maak mijn account", ("Form.FullName", "Iemand Anders"), ("Form.Email", $"{subject}@inlogdienst.example"),
            ("Form.Password", NewPeople.Password), ("Form.Municipality", "zutphen"));
        using var visitor = with.Site.Visit();

        var mine = await visitor.SubmitAsync(
            await visitor.ThroughAsync(with.Country, subject), "Maak mijn account", HttpStatusCode.OK, ("Form.FullName", "Joris van Dam"));

        Assert.Contains("Joris van Dam", mine.Heading(), StringComparison.Ordinal);
        var person = (await with.LinkedAsync(with.Country, subject))!.Value;
        Assert.Equal(MembershipState.Ended, Assert.Single(await with.Site.RolesAsync(person)).State);
        await squatter.SubmitAsync(await squatter.OpenAsync("/inloggen"), "Log in", HttpStatusCode.BadRequest,
            ("Form.Email", $"{subject}@inlogdienst.example"), ("Form.Password", NewPeople.Password));
    }

    private static async Task<string> WhereAsync(Visitor visitor, string path)
    {
        await visitor.OpenAsync(path);
        return visitor.Here;
    }

    private async Task SessionsBeganAsync(PersonId person, DateTimeOffset moment)
    {
        await using var scope = with.Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountsDb>().Sessions.Where(each => each.Person == person)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Started, moment));
    }
}

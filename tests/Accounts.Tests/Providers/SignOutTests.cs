using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Providers;

/// <summary>Signing out there ends what began there, and nothing else.</summary>
[Collection(WithProviders.Name)]
public sealed class SignOutTests(SiteWithProviders with)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    [Fact]
    public async Task SignOut_AtTheProvider_EndsTheSessionThatBeganThere_Once()
    {
        var (visitor, person, _) = await with.JoinAsync(with.Country);
        using (visitor)
        {
            await visitor.SubmitAsync($"{with.Country.Address}/session/end?client_id=parelmuur", "Sign out");

            await visitor.AssertInAsync(false);
            var sent = (await with.Country.DoAsync(new { what = "logouts" })).EnumerateArray().Last();
            Assert.Equal(200, sent.GetProperty("status").GetInt32());
            var ended = (await with.Site.LedgerAsync(person.Value))[^1];
            Assert.Equal((nameof(SignedOut), "inlogdienst landelijk"), (ended.Event, ended.Actor));
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(sent.GetProperty("token").GetString()!));
        }
    }

    [Fact]
    public async Task Token_OfAPerson_EndsAllThatBeganThere_AndNothingElse()
    {
        var (first, person, subject) = await with.JoinAsync(with.Country);
        using var other = with.Site.Visit();
        await other.ThroughAsync(with.Country, subject);
        using var byPassword = await PasswordAsync(first, person);
        first.Dispose();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(await SignAsync(new() { ["sub"] = subject })));

        await other.AssertInAsync(false);
        await byPassword.AssertInAsync();
        Assert.Null(Assert.Single(await with.SessionsAsync(person)).Provider);
    }

    [Fact]
    public async Task Token_ThatIsNotRight_EndsNothing()
    {
        var (visitor, _, subject) = await with.JoinAsync(with.Country);
        using (visitor)
        {
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
            (string What, Dictionary<string, object?> Claims)[] wrong =
            [
                ("not a logout", new() { ["sub"] = subject, ["events"] = null }),
                ("another event", new() { ["sub"] = subject, ["events"] = new Dictionary<string, object> { ["http://example.com/else"] = new { } } }),
                ("an ID token", new() { ["sub"] = subject, ["nonce"] = "een" }),
                ("about nobody", []),
                ("old", new() { ["sub"] = subject, ["iat"] = now - 3600 }),
                ("of tomorrow", new() { ["sub"] = subject, ["iat"] = now + 3600 }),
                ("expired", new() { ["sub"] = subject, ["exp"] = now - 600 }),
                ("without a name", new() { ["sub"] = subject, ["jti"] = null }),
                ("for another site", new() { ["sub"] = subject, ["aud"] = "een-andere-site" }),
                ("of another issuer", new() { ["sub"] = subject, ["iss"] = with.Region.Address }),
            ];
            foreach (var (what, claims) in wrong)
                Assert.True(await PostAsync(await SignAsync(claims)) == HttpStatusCode.BadRequest, what);
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("geen token"));
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(""));
            await visitor.AssertInAsync();
        }
    }

    [Fact]
    public async Task FrontChannel_EndsTheSessionThatItNames()
    {
        var (visitor, _, _) = await with.JoinAsync(with.Country);
        using (visitor)
        {
            var sid = (await with.Country.DoAsync(new { what = "sid" })).GetString()!;
            var issuer = Uri.EscapeDataString(with.Country.Address);

            Assert.Equal(HttpStatusCode.BadRequest, await FrontAsync($"?iss={Uri.EscapeDataString(with.Region.Address)}&sid={sid}"));
            Assert.Equal(HttpStatusCode.BadRequest, await FrontAsync(""));
            Assert.Equal(HttpStatusCode.OK, await FrontAsync($"?iss={issuer}&sid=onbekend"));
            await visitor.AssertInAsync();
            Assert.Equal(HttpStatusCode.OK, await FrontAsync($"?iss={issuer}&sid={sid}"));
            await visitor.AssertInAsync(false);
        }
    }

    [Fact]
    public async Task SignOut_Here_OffersToSignOutThereToo()
    {
        var (visitor, _, subject) = await with.JoinAsync(with.Region);
        using (visitor)
        {
            var page = await visitor.SubmitAsync("/mijn", "Log uit");

            Assert.Equal("Je bent uitgelogd", page.Heading());
            var link = page.QuerySelectorAll("main a").Single(each => each.TextContent == "Log ook uit bij Regio IJssel").GetAttribute("href")!;
            await visitor.SubmitAsync(link, "Sign out");
            Assert.EndsWith("/inloggen", visitor.Here, StringComparison.Ordinal);
            // The provider asks who it is again.
            await visitor.ThroughAsync(with.Region, subject);
            Assert.Equal("/mijn", visitor.Here);
        }
    }

    private async Task<HttpStatusCode> PostAsync(string token)
    {
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        using var answer = await with.Site.Client.PostAsync(new Uri($"/inloggen/{with.Country.Key}/uit", UriKind.Relative), form);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> FrontAsync(string question)
    {
        using var answer = await with.Site.Client.GetAsync(new Uri($"/inloggen/{with.Country.Key}/uit{question}", UriKind.Relative));
        return answer.StatusCode;
    }

    // A right logout token, but for these claims; null takes one out.
    private async Task<string> SignAsync(Dictionary<string, object?> claims)
    {
        var all = new Dictionary<string, object?> { ["jti"] = $"{Guid.NewGuid()}", ["events"] = new Dictionary<string, object> { [Event] = new { } } };
        foreach (var (name, value) in claims)
            all[name] = value;
        return (await with.Country.DoAsync(new { what = "sign", claims = all.Where(each => each.Value is not null).ToDictionary() })).GetString()!;
    }

    private async Task<Visitor> PasswordAsync(Visitor visitor, PersonId person)
    {
        await visitor.SubmitAsync("/mijn/beveiliging/wachtwoord", "Bewaar mijn wachtwoord", ("Form.Password", NewPeople.Password));
        await using var scope = with.Site.Services.CreateAsyncScope();
        var email = (await scope.ServiceProvider.GetRequiredService<IAccounts>().MailAddressesAsync([person], default))[person].Email;
        var other = with.Site.Visit();
        await other.SubmitAsync("/inloggen", "Log in", ("Form.Email", email), ("Form.Password", NewPeople.Password));
        return other;
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts.People;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Security;

/// <summary>What a passkey asks of the site; that a real device can use it is tested in the browser.</summary>
public sealed class PasskeyPagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Security = "/mijn/beveiliging", Add = Security + "/passkeys", On = Security + "/tweede-stap", Members = "/mijn/organisatie/leden";

    [Theory]
    [InlineData(Add)]
    [InlineData(Add + "/AAAA/weg")]
    public async Task Get_WithoutSession_SendsToSignIn(string path)
    {
        using var visitor = site.Visit();
        await visitor.OpenAsync(path);
        Assert.Contains("/inloggen?terug=", visitor.Here, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/inloggen")]
    [InlineData(Add)]
    [InlineData("/mijn/beveiliging")]
    public async Task Page_WithoutScript_ShowsNothingOfPasskeys(string path)
    {
        using var visitor = path == "/inloggen" ? site.Visit() : await site.AsAsync(await site.PersonAsync(), secondFactor: false);
        var page = await visitor.OpenAsync(path);
        Assert.All(page.QuerySelectorAll("[data-passkey-able]"), part => Assert.True(part.HasAttribute("hidden")));
        Assert.NotEmpty(page.QuerySelectorAll("[data-passkey-able]"));
        var script = page.QuerySelector("script[src*=passkey]")!.GetAttribute("src")!;
        using var answer = await visitor.RawAsync(HttpMethod.Get, script);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 4096);
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Challenge_ToMakeAPasskey_AsksThePasswordAndThatTheDeviceKnowsItsOwner()
    {
        var person = await site.PersonAsync();
        using var visitor = await site.AsAsync(person, secondFactor: false);

        using var refused = await PostAsync(visitor, Add, "Challenge", ("Form.Current", "onzin"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var answer = await PostAsync(visitor, Add, "Challenge", ("Form.Current", NewPeople.Password));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("required", json.RootElement.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString());
        Assert.True(json.RootElement.GetProperty("challenge").GetString()!.Length >= 22);
    }

    [Fact]
    public async Task Challenge_ToSignIn_NamesNobody()
    {
        using var visitor = site.Visit();
        using var answer = await PostAsync(visitor, "/inloggen", "Challenge", "/inloggen/passkey");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("required", json.RootElement.GetProperty("userVerification").GetString());
        Assert.Equal(0, json.RootElement.TryGetProperty("allowCredentials", out var allowed) ? allowed.GetArrayLength() : 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("geen json")]
    public async Task SignIn_WithSomethingElse_IsRefused(string credential)
    {
        using var visitor = site.Visit();
        using var challenge = await PostAsync(visitor, "/inloggen", "Challenge", "/inloggen/passkey");
        using var answer = await PostAsync(visitor, "/inloggen", "", "/inloggen/passkey", ("Form.Credential", credential));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Inloggen met je passkey lukte niet", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"id\":\"x\"}")]
    public async Task Add_WithSomethingElse_IsRefused(string credential)
    {
        using var visitor = await site.AsAsync(await site.PersonAsync(), secondFactor: false);
        using var challenge = await PostAsync(visitor, Add, "Challenge", ("Form.Current", NewPeople.Password));
        using var answer = await PostAsync(visitor, Add, "", ("Form.Current", NewPeople.Password), ("Form.Credential", credential));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("De passkey is niet gemaakt", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("!!!")]
    public async Task Remove_OfNothing_IsNotFound(string id)
    {
        using var visitor = await site.AsAsync(await site.PersonAsync(), secondFactor: false);
        await visitor.OpenAsync($"{Add}/{id}/weg", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Passkey_MadeOnADevice_WakesTheRolesAndGivesTheSessionANewKey()
    {
        var person = await site.PersonAsync("beek", MembershipRole.Coordinator);
        using var visitor = await site.AsAsync(person, secondFactor: false);
        using var copy = site.Visit();
        copy.Keep(visitor.Cookies);
        using var device = new Device(site);

        await device.MakeAsync(visitor);

        await visitor.OpenAsync(Members);
        await copy.OpenAsync("/mijn");
        Assert.Contains("/inloggen", copy.Here, StringComparison.Ordinal);
        using var next = site.Visit();
        await device.SignInAsync(next);
        await next.OpenAsync(Members);
    }

    [Fact]
    public async Task PasswordAlone_OfWhoHasAPasskey_GetsNoOtherFactorAndTakesNoneAway()
    {
        var person = await site.PersonAsync("beek", MembershipRole.Coordinator);
        using var owner = await site.AsAsync(person, secondFactor: false);
        using var device = new Device(site);
        await device.MakeAsync(owner);
        var key = await KeyOfTheAppAsync(person);

        using var thief = site.Visit();
        await thief.SignInAsync(person);
        Assert.Contains("log in met je passkey", (await thief.OpenAsync(Security)).Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in (string[])[On, Add, device.Removal])
        {
            var page = await thief.OpenAsync(path);
            Assert.Contains("Log opnieuw in met je passkey. Ben je die kwijt? Vraag dan hulp.", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("main form, main code"));
        }

        foreach (var path in (string[])[On, Add, Add + "?handler=Challenge", device.Removal])
        {
            using var answer = await thief.PostAsync(
                Security + "/wachtwoord", path,
                ("Form.Current", NewPeople.Password), ("Form.Code", Totp.Code(key, TimeProvider.System.GetUtcNow())), ("Form.Credential", "{}"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("Laat eerst je tweede stap zien", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await thief.OpenAsync(Members, HttpStatusCode.Forbidden);
        Assert.Contains("Telefoon", (await owner.OpenAsync(Security)).Body!.TextContent, StringComparison.Ordinal);
        using var next = site.Visit();
        Assert.Contains(person.Name, (await next.SignInAsync(person)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkey_ThatWasShown_LetsItsOwnerAddTheApp()
    {
        var person = await site.PersonAsync("beek", MembershipRole.Coordinator);
        using var first = await site.AsAsync(person, secondFactor: false);
        using var device = new Device(site);
        await device.MakeAsync(first);
        using var visitor = site.Visit();
        await device.SignInAsync(visitor);

        var page = await visitor.OpenAsync(On);
        var done = await visitor.SubmitAsync(
            page, "Zet de tweede stap aan", HttpStatusCode.OK, ("Form.Current", NewPeople.Password),
            ("Form.Code", Totp.Code(page.QuerySelector("main code")!.TextContent, TimeProvider.System.GetUtcNow())));

        Assert.Equal(10, done.QuerySelectorAll("ol code").Length);
        await visitor.SubmitAsync(device.Removal, "Haal de passkey weg", ("Form.Current", NewPeople.Password));
    }

    [Fact]
    public async Task PasswordFromAMail_OfWhoHasAPasskey_LeavesTheRolesAsleep()
    {
        var person = await site.PersonAsync("beek", MembershipRole.Coordinator);
        using var owner = await site.AsAsync(person, secondFactor: false);
        using var device = new Device(site);
        await device.MakeAsync(owner);
        using var reader = site.Visit();
        await reader.SubmitAsync("/wachtwoord-vergeten", "Stuur mij de link", ("Form.Email", person.Email));
        const string other = "nog een lange zin vol 9 dieren";

        await reader.SubmitAsync((await site.MailAsync(person.Email, "om een nieuw wachtwoord te kiezen")).Link, "Bewaar mijn wachtwoord", ("Form.Password", other));
        await reader.SubmitAsync("/inloggen", "Log in", ("Form.Email", person.Email), ("Form.Password", other));

        await reader.OpenAsync(Members, HttpStatusCode.Forbidden);
        Assert.Contains("Laat eerst je tweede stap zien", (await reader.OpenAsync(On)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Laat eerst je tweede stap zien", (await reader.OpenAsync(Add)).Body!.TextContent, StringComparison.Ordinal);
        using var next = site.Visit();
        await device.SignInAsync(next);
        await next.OpenAsync(Members);
    }

    // The secret that a page showed before there was a passkey.
    private async Task<string> KeyOfTheAppAsync(NewPerson person)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var found = (await people.FindByIdAsync($"{person.Id}"))!;
        Assert.True((await people.ResetAuthenticatorKeyAsync(found)).Succeeded);
        return (await people.GetAuthenticatorKeyAsync(found))!;
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string page, string handler, params (string, string)[] fields) =>
        PostAsync(visitor, page, handler, page, fields);

    private static Task<HttpResponseMessage> PostAsync(
        Visitor visitor, string page, string handler, string path, params (string, string)[] fields) =>
        visitor.PostAsync(page, handler.Length == 0 ? path : $"{path}?handler={handler}", fields);
}

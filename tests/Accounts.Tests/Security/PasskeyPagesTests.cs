using System.Net;
using System.Text.Json;

namespace Parelmuur.Accounts.Tests.Security;

/// <summary>What a passkey asks of the site; that a real device can use it is tested in the browser.</summary>
public sealed class PasskeyPagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Add = "/mijn/beveiliging/passkeys";

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
        var script = page.QuerySelector("script[src]")!.GetAttribute("src")!;
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

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string page, string handler, params (string, string)[] fields) =>
        PostAsync(visitor, page, handler, page, fields);

    private static async Task<HttpResponseMessage> PostAsync(
        Visitor visitor, string page, string handler, string path, params (string Name, string Value)[] fields)
    {
        var token = (await visitor.OpenAsync(page)).QuerySelector("main [name='formulier']")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("formulier", token)));
        return await visitor.RawAsync(HttpMethod.Post, handler.Length == 0 ? path : $"{path}?handler={handler}", form);
    }
}

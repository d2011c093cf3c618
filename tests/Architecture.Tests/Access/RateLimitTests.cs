using System.Net;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>Who tries or writes too often must wait: per address for strangers, per person after signing in.</summary>
public sealed class RateLimitTests
{
    private const int Most = 3, TimesForAPerson = 4;

    [Theory]
    [InlineData("/inloggen")]
    [InlineData("/account-maken")]
    [InlineData("/wachtwoord-vergeten")]
    [InlineData("/inloggen/tweede-stap")]
    public async Task Attempts_TooOften_MustWaitWhateverTheBrowser(string path)
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: false, $"--Accounts:AttemptsPerMinute={Most}");
        for (var attempt = 0; attempt < Most; attempt++)
        {
            using var visitor = site.Visit();
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await PostAsync(visitor, path));
        }

        using var last = site.Visit();
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(last, path));
        await last.OpenAsync("/inloggen");
    }

    [Fact]
    public async Task Posts_TooOften_MustWaitPerAddressAndPerPerson()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: true, $"--PostsPerMinute={Most}");
        using var stranger = site.Visit();
        for (var post = 0; post < Most; post++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await PostAsync(stranger, "/deel"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(stranger, "/deel"));

        // A cookie that somebody thought up is no person.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/deel") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Cookie", $"{Parelmuur.Kernel.People.SessionCookie.Name}=verzonnen");
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);

        using var samira = await site.AsAsync("Samira Yıldız");
        for (var post = 0; post < Most * TimesForAPerson; post++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await PostAsync(samira, "/deel"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(samira, "/deel"));
        using var other = await site.AsAsync("Femke de Boer");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await PostAsync(other, "/deel"));
    }

    [Theory]
    [InlineData("--Accounts:AttemptsPerMinute", "/inloggen")]
    [InlineData("--PostsPerMinute", "/deel")]
    public async Task Posts_FromAnotherAddressOfTheSameIPv6Network_CountAsOne(string setting, string path)
    {
        await using var site = await ParelmuurApp.StartAsync(
            DatabaseKind.Sqlite, withSamples: false, $"{setting}={Most}", "--KnownProxies=127.0.0.1");
        for (var post = 0; post < Most; post++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await FromAsync($"2001:db8:1:2:{post}::{post}"));

        Assert.Equal(HttpStatusCode.TooManyRequests, await FromAsync("2001:db8:1:2:ffff::9"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await FromAsync("2001:db8:1:3::1"));

        async Task<HttpStatusCode> FromAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", address);
            using var answer = await site.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task CheckFirst_TooOften_MustWait_AndKeepsTheText()
    {
        const string Plan = "Wij willen inwoners met een betaalachterstand bellen.";
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: false, $"--PostsPerMinute={Most}");
        using var visitor = site.Visit();
        var question = await visitor.OpenAsync("/eerst-kijken");
        for (var post = 0; post < Most; post++)
            await visitor.SubmitAsync(question, "Eerst kijken", HttpStatusCode.OK, ("tekst", Plan));

        var page = await visitor.SubmitAsync(question, "Eerst kijken", HttpStatusCode.TooManyRequests, ("tekst", Plan));

        Assert.Contains("Wacht een minuut", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Plan, page.QuerySelector("textarea")!.TextContent);
        await visitor.OpenAsync("/eerst-kijken");
    }

    private static async Task<HttpStatusCode> PostAsync(Visitor visitor, string path)
    {
        using var content = new FormUrlEncodedContent([]);
        using var answer = await visitor.RawAsync(HttpMethod.Post, path, content);
        return answer.StatusCode;
    }
}

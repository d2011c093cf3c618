using System.Net;

namespace Parelmuur.Architecture.Tests;

/// <summary>Behind a proxy each reader has a limit of its own; nobody can make up who they are.</summary>
public sealed class KnownProxiesTests
{
    private const string OncePerMinute = "--Api:RequestsPerMinute=1";

    [Fact]
    public async Task Reader_BehindAKnownProxy_HasALimitOfItsOwn()
    {
        await using var site = await ParelmuurApp.StartAsync(
            DatabaseKind.Sqlite, withSamples: false, OncePerMinute, "--KnownProxies=10.0.0.5 127.0.0.0/8");

        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(site, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, "203.0.113.2"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.5")]
    public async Task Reader_WhoIsNoKnownProxy_IsNotBelieved(string proxies)
    {
        await using var site = await ParelmuurApp.StartAsync(
            DatabaseKind.Sqlite, withSamples: false, OncePerMinute, $"--KnownProxies={proxies}");

        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(site, "203.0.113.2"));
    }

    private static async Task<HttpStatusCode> AskAsync(ParelmuurApp site, string reader)
    {
        using var response = await site.AskAsync("/solutions", ("X-Forwarded-For", reader));
        return response.StatusCode;
    }
}

using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Providers;

/// <summary>A site with real providers, shared by the tests of signing in with them, which run one after another.</summary>
public sealed class SiteWithProviders : IAsyncLifetime
{
    /// <summary>The site.</summary>
    public ParelmuurApp Site { get; private set; } = null!;

    /// <summary>The provider of a region: it says for whom people work and in which groups they are.</summary>
    internal ProviderServer Region { get; private set; } = null!;

    /// <summary>A provider that only says who people are.</summary>
    internal ProviderServer Country { get; private set; } = null!;

    /// <summary>A provider that never answers.</summary>
    internal ProviderServer Dead { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var servers = await Task.WhenAll(ProviderServer.StartAsync("regio"), ProviderServer.StartAsync("landelijk"), ProviderServer.StartAsync("storing"));
        (Region, Country, Dead) = (servers[0], servers[1], servers[2]);
        Site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: false,
        [
            .. Region.Settings(0, "Regio IJssel"),
            "--SignIn:Providers:0:OrganisationClaim=organisation", "--SignIn:Providers:0:Organisations=0001=zutphen; 0002=deventer",
            "--SignIn:Providers:0:RoleClaim=groups",
            "--SignIn:Providers:0:Roles=CN=lezers=Reader; CN=bijdragers=Contributor; CN=coordinatoren=Coordinator",
            "--SignIn:Providers:0:SecondFactorBy=mfa hwk", "--SignIn:Providers:0:EndsAtProvider=true",
            .. Country.Settings(1, "Landelijk"),
            .. Dead.Settings(2, "Storing"),
            // The same server under another name than the one that it gives itself.
            .. Country.Settings(3, "Vermomd", Country.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "vermomd"),
        ]);
        foreach (var server in servers)
            await server.ServeAsync(Site.Address);
        await Dead.DoAsync(new { what = "down", path = "/" });
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        foreach (var server in (ProviderServer[])[Region, Country, Dead])
            await server.DisposeAsync();
    }

    /// <summary>The sessions of a person.</summary>
    internal async Task<IReadOnlyList<Session>> SessionsAsync(PersonId person)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountsDb>().Sessions.AsNoTracking()
            .Where(each => each.Person == person).OrderBy(each => each.Started).ToListAsync();
    }

    /// <summary>Who is tied to somebody at a provider; null when nobody is.</summary>
    internal async Task<PersonId?> LinkedAsync(ProviderServer server, string subject)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountsDb>().ProviderLinks
            .Where(each => each.Provider == server.Key && each.Subject == subject).Select(each => (PersonId?)each.Person).SingleOrDefaultAsync();
    }

    /// <summary>A visitor who made an account with a provider.</summary>
    internal async Task<(Visitor Visitor, PersonId Person, string Subject)> JoinAsync(
        ProviderServer server, Dictionary<string, object>? claims = null, params string[] amr)
    {
        var subject = await server.PersonAsync(claims, amr);
        var visitor = Site.Visit();
        await visitor.SubmitAsync(await visitor.ThroughAsync(server, subject), "Maak mijn account", System.Net.HttpStatusCode.OK);
        return (visitor, (await LinkedAsync(server, subject))!.Value, subject);
    }
}

/// <summary>Shares that site.</summary>
[CollectionDefinition(Name)]
public sealed class WithProviders : ICollectionFixture<SiteWithProviders>
{
    /// <summary>What stands in <c>[Collection(WithProviders.Name)]</c>.</summary>
    public const string Name = "With providers";
}

/// <summary>What a visitor does at a provider.</summary>
internal static class AtProvider
{
    /// <summary>Goes to a provider, signs in there and comes back.</summary>
    /// <param name="visitor">Who.</param>
    /// <param name="server">Where.</param>
    /// <param name="subject">As whom.</param>
    /// <param name="from">The address on the site that leads there, when it is not the usual one.</param>
    public static Task<IHtmlDocument> ThroughAsync(this Visitor visitor, ProviderServer server, string subject, string? from = null) =>
        visitor.SubmitAsync(from ?? $"/inloggen/{server.Key}", "Sign in", ("login", subject));

    /// <summary>The heading of a page.</summary>
    public static string Heading(this IHtmlDocument page) => page.QuerySelector("h1")!.TextContent.Trim();

    /// <summary>Asserts whether somebody is signed in.</summary>
    public static async Task AssertInAsync(this Visitor visitor, bool isIn = true)
    {
        await visitor.OpenAsync("/mijn");
        Assert.Equal(isIn, visitor.Here == "/mijn");
    }
}

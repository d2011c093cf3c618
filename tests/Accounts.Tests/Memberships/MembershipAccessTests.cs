using System.Net;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Memberships;

/// <summary>Who may open the pages about memberships, and what others read there.</summary>
public sealed class MembershipAccessTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Mine = "/mijn/organisaties", Members = "/mijn/organisatie/leden", Platform = "/beheer/aanmeldingen";

    [Theory]
    [InlineData(Mine)]
    [InlineData(Members)]
    [InlineData(Platform)]
    [InlineData("/aanvragen/6f9619ff-8b86-d011-b42d-00c04fc964ff/afwijzen")]
    [InlineData("/mijn/organisatie/leden/6f9619ff-8b86-d011-b42d-00c04fc964ff/stoppen")]
    [InlineData("/mijn/organisaties/6f9619ff-8b86-d011-b42d-00c04fc964ff/stoppen")]
    public async Task Get_WithoutSession_SendsToSignIn(string path)
    {
        using var visitor = site.Visit();
        await visitor.OpenAsync(path);
        Assert.Contains("/inloggen?terug=", visitor.Here, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Omar Bensaïd", Platform)]
    [InlineData("Eva Mulder", Platform)]
    [InlineData("Rosa Blom", Platform)]
    [InlineData("Lotte Kramer", "/aanvragen/6f9619ff-8b86-d011-b42d-00c04fc964ff/afwijzen")]
    [InlineData("Omar Bensaïd", "/aanvragen/6f9619ff-8b86-d011-b42d-00c04fc964ff/afwijzen")]
    [InlineData("Omar Bensaïd", "/mijn/organisatie/leden/6f9619ff-8b86-d011-b42d-00c04fc964ff/stoppen")]
    [InlineData("Omar Bensaïd", "/mijn/organisaties/6f9619ff-8b86-d011-b42d-00c04fc964ff/stoppen")]
    public async Task Get_WithoutTheRoleOrOfNothing_IsNotFound(string name, string path)
    {
        using var visitor = await site.AsAsync(name);
        await visitor.OpenAsync(path, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Samira Yıldız")]
    [InlineData("Pim Hendriks")]
    public async Task Members_AreForCoordinatorsOnly(string name)
    {
        using var visitor = await site.AsAsync(name);
        await visitor.OpenAsync(Members, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Coordinator_WithoutSecondFactor_SeesThatTheRoleSleepsAndTheWayOut()
    {
        var boss = await site.PersonAsync("baarn", MembershipRole.Coordinator);
        using var visitor = await site.AsAsync(boss, secondFactor: false);

        var mine = await visitor.OpenAsync("/mijn");
        Assert.Contains("Een deel van je rollen slaapt", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(mine.QuerySelector("main a[href='/mijn/beveiliging']"));
        var refused = await visitor.OpenAsync(Members, HttpStatusCode.Forbidden);
        Assert.Equal("Zet eerst de tweede stap aan", refused.QuerySelector("h1")!.TextContent);
        Assert.NotNull(refused.QuerySelector("main li a[href='/mijn/beveiliging']"));
        using var awake = await site.AsAsync(boss);
        Assert.DoesNotContain("slaapt", (await awake.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
    }
}

using System.Net;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Desk;

/// <summary>The desk: what waits for editors and platform managers, and for nobody else.</summary>
public sealed class IndexPageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Fact]
    public async Task Get_WhereSomebodyWaits_ShowsItToThePlatformManagerAndNotToTheEditor()
    {
        var asker = await site.PersonAsync();
        await site.AskAsync(asker, "urk", MembershipRole.Coordinator);
        using var manager = await site.AsAsync("Pim Hendriks");
        using var editor = await site.AsAsync("Eva Mulder");

        var desk = await manager.OpenAsync("/redactie");
        var line = desk.QuerySelectorAll("main li").Single(each => each.TextContent.Contains(asker.Name, StringComparison.Ordinal));
        Assert.Contains("coördinator worden bij Urk", line.TextContent, StringComparison.Ordinal);
        Assert.Equal("/beheer/aanmeldingen", line.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain(asker.Name, (await editor.OpenAsync("/redactie")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await manager.OpenAsync("/mijn")).QuerySelector("main a[href='/redactie']"));
    }

    [Fact]
    public async Task Get_WhenNothingWaits_SaysSo()
    {
        using var manager = await site.AsAsync("Pim Hendriks");

        Assert.Contains("Niets wacht op jou", (await manager.OpenAsync("/redactie")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you", (await manager.OpenAsync("/en/redactie")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByAnyoneElse_SignsInOrIsNotFound()
    {
        using var anonymous = site.Visit();
        await anonymous.OpenAsync("/redactie");
        Assert.Contains("/inloggen?terug=", anonymous.Here, StringComparison.Ordinal);
        foreach (var name in (string[])["Omar Bensaïd", "Rosa Blom", "Lotte Kramer"])
        {
            using var other = await site.AsAsync(name);
            await other.OpenAsync("/redactie", HttpStatusCode.NotFound);
        }
    }
}

using System.Net;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Platform;

/// <summary>How a platform manager closes the door for somebody, or opens it again.</summary>
public sealed class HelpPageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Page = "/beheer/inloghulp", Button = "Doe dit";

    [Fact]
    public async Task SignOut_ByAManager_EndsEverySession()
    {
        var person = await site.PersonAsync("ommen", MembershipRole.Coordinator);
        using var here = await site.AsAsync(person);
        using var there = await site.AsAsync(person);
        using var manager = await site.AsAsync("Pim Hendriks");

        var page = await manager.SubmitAsync(Page, Button, ("Form.Email", person.Email), ("Form.What", "SignOut"), ("Form.Proof", "Laptop gestolen, gebeld"));

        Assert.Contains("is overal uitgelogd", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var visitor in (Visitor[])[here, there])
        {
            await visitor.OpenAsync("/mijn");
            Assert.Contains("/inloggen", visitor.Here, StringComparison.Ordinal);
        }

        await site.MailAsync(person.Email, "Een platformbeheerder logde je overal uit.");
        var helped = Assert.Single(await site.LedgerAsync(person.Id.Value), each => each.Event == nameof(SignInHelped));
        Assert.Contains("Laptop gestolen", helped.Change, StringComparison.Ordinal);
        Assert.NotEqual(person.Id, helped.Person);
    }

    [Fact]
    public async Task RemoveSecondStep_ByAManager_EndsSessionsAndLetsTheRolesSleep()
    {
        var person = await site.PersonAsync("ommen", MembershipRole.Coordinator);
        using var visitor = await site.AsAsync(person);
        await visitor.OpenAsync("/mijn/organisatie/leden");
        using var manager = await site.AsAsync("Pim Hendriks");

        await manager.SubmitAsync(Page, Button, ("Form.Email", person.Email), ("Form.What", "RemoveSecondStep"), ("Form.Proof", "Teruggebeld"));

        var mine = await visitor.SignInAsync(person);
        Assert.Contains("Een deel van je rollen slaapt", mine.Body!.TextContent, StringComparison.Ordinal);
        await visitor.OpenAsync("/mijn/organisatie/leden", HttpStatusCode.Forbidden);
        await site.MailAsync(person.Email, "haalde de tweede stap bij het inloggen weg");
    }

    [Theory]
    [InlineData("niemand@nergens.example", "Gebeld", "Niemand heeft een account met dit adres")]
    [InlineData("pim.hendriks@voorbeeld.example", "Gebeld", "Over je eigen account beslist iemand anders")]
    [InlineData("lotte.kramer@voorbeeld.example", "", "Schrijf hoe je weet wie het is")]
    public async Task Post_ThatIsWrong_SaysWhyAndKeepsWhatWasTyped(string email, string proof, string message)
    {
        using var manager = await site.AsAsync("Pim Hendriks");

        var page = await manager.SubmitAsync(await manager.OpenAsync(Page), Button, HttpStatusCode.BadRequest, ("Form.Email", email), ("Form.Proof", proof));

        Assert.Contains(message, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(email, page.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
    }
}

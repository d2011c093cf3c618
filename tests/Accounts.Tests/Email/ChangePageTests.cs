using System.Net;

namespace Parelmuur.Accounts.Tests.Email;

/// <summary>Another e-mail address: asked with the password, and used only after the new mailbox agrees.</summary>
public sealed class ChangePageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Page = "/mijn/e-mailadres", Button = "Mail me de link";

    [Fact]
    public async Task Email_Changed_AsksThePasswordAndTheNewMailbox()
    {
        var person = await site.PersonAsync();
        var address = $"{Guid.NewGuid():N}@ander.example";
        using var visitor = await site.AsAsync(person, secondFactor: false);

        await visitor.SubmitAsync(Page, Button, ("Form.Email", address), ("Form.Current", NewPeople.Password));
        var mail = await site.MailAsync(address, "e-mailadres-bevestigen");
        using var elsewhere = site.Visit();
        await elsewhere.SignInAsync(person);
        Assert.Equal("/mijn", elsewhere.Here);

        await visitor.SubmitAsync(mail.Link, "Gebruik dit adres");
        await site.MailAsync(person.Email, "Je e-mailadres is veranderd.");
        using var later = site.Visit();
        await later.SignInAsync(person with { Email = address });
        Assert.Equal("/mijn", later.Here);
        await site.AssertLedgerIsWithoutAsync(person);

        var again = await later.SubmitAsync(await later.OpenAsync(mail.Link), "Gebruik dit adres", HttpStatusCode.BadRequest);
        Assert.Contains("link", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Email_OfSomebodyElse_AnswersTheSameAndMailsNothing()
    {
        var (person, other) = (await site.PersonAsync(), await site.PersonAsync());
        using var visitor = await site.AsAsync(person, secondFactor: false);

        var page = await visitor.SubmitAsync(Page, Button, ("Form.Email", other.Email), ("Form.Current", NewPeople.Password));

        Assert.Contains("Kijk in je mailbox van", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geen adres", NewPeople.Password, "Schrijf een e-mailadres")]
    [InlineData("nieuw@adres.example", "verkeerd", "Je huidige wachtwoord klopt niet")]
    [InlineData("", NewPeople.Password, "Vul het e-mailadres in")]
    public async Task Post_ThatIsWrong_SaysWhy(string address, string password, string message)
    {
        using var visitor = await site.AsAsync(await site.PersonAsync(), secondFactor: false);

        var page = await visitor.SubmitAsync(
            await visitor.OpenAsync(Page), Button, HttpStatusCode.BadRequest, ("Form.Email", address), ("Form.Current", password));

        Assert.Contains(message, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ThatIsWrong_SaysThatItNoLongerWorks()
    {
        using var visitor = site.Visit();
        await visitor.SubmitAsync(
            await visitor.OpenAsync($"/e-mailadres-bevestigen?wie={Guid.NewGuid()}&adres=iemand@x.example&code=abc"), "Gebruik dit adres", HttpStatusCode.BadRequest);
    }
}

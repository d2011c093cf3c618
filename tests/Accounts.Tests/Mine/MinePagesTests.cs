using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Mine;

/// <summary>Profile, own data and closing the account.</summary>
public sealed class MinePagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Profile = "/mijn/profiel", Data = "/mijn/gegevens", Close = "/mijn/account-sluiten";

    [Theory]
    [InlineData(Profile)]
    [InlineData(Data)]
    [InlineData(Data + "?handler=File")]
    [InlineData(Close)]
    public async Task Get_WithoutSession_SendsToSignIn(string path)
    {
        using var visitor = site.Visit();
        await visitor.OpenAsync(path);
        Assert.Contains("/inloggen?terug=", visitor.Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mine_OfWhoWorksForThePlatform_AsksForNoMunicipality()
    {
        const string Warning = "Je hoort nog bij geen gemeente";
        using var manager = await site.AsAsync("Pim Hendriks");
        using var newcomer = await site.AsAsync(await site.PersonAsync());
        Assert.DoesNotContain(Warning, (await manager.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Warning, (await newcomer.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_Saved_ShowsTheNewNameEverywhere()
    {
        var person = await site.PersonAsync();
        using var visitor = await site.AsAsync(person, secondFactor: false);
        var name = $"Ander {Guid.NewGuid():N}"[..16];
        await visitor.SubmitAsync(
            Profile, "Bewaar mijn profiel", ("Form.FullName", $"  {name}\u0007 "), ("Form.Language", "en"), ("Form.Rhythm", "Weekly"));

        var again = await visitor.OpenAsync(Profile);
        Assert.Equal(name, again.QuerySelector("[name='Form.FullName']")!.GetAttribute("value"));
        Assert.Equal(["en", "Weekly"], again.QuerySelectorAll("input[checked]").Select(each => each.GetAttribute("value")));
        Assert.Contains(name, again.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await site.LedgerAsync(person.Id.Value), each => each.Change.Contains("rhythm", StringComparison.OrdinalIgnoreCase));
        await site.AssertLedgerIsWithoutAsync(new(person.Id, name, person.Email));
    }

    [Theory]
    [InlineData("", "nl", "Daily", "Vul je naam in")]
    [InlineData("Ada", "fr", "Daily", "Kies een taal")]
    [InlineData("Ada", "nl", "99", "past hier niet")]
    public async Task Profile_ThatCannotBeSaved_SaysWhy(string name, string language, string rhythm, string message)
    {
        using var visitor = await site.AsAsync(await site.PersonAsync(), secondFactor: false);
        var again = await visitor.SubmitAsync(
            await visitor.OpenAsync(Profile), "Bewaar mijn profiel", HttpStatusCode.BadRequest,
            ("Form.FullName", name), ("Form.Language", language), ("Form.Rhythm", rhythm));
        Assert.Contains(message, again.QuerySelector(".utrecht-alert--fout")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_AsAPageAndAsAFile_HasEverythingAndNothingOfOthers()
    {
        var person = await site.PersonAsync("borne", MembershipRole.Contributor);
        using var visitor = await site.AsAsync(person, secondFactor: false);
        var page = await visitor.OpenAsync(Data);
        Assert.All([person.Name, person.Email, "Borne"], text => Assert.Contains(text, page.Body!.TextContent, StringComparison.Ordinal));

        using var answer = await visitor.RawAsync(HttpMethod.Get, $"{Data}?handler=File");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("mijn-parelmuur.json", answer.Content.Headers.ContentDisposition!.FileName);
        var text = await answer.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(text);
        Assert.Equal(person.Email, json.RootElement.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal("Borne", json.RootElement.GetProperty("memberships")[0].GetProperty("organisation").GetString());
        Assert.Contains(json.RootElement.GetProperty("ledger").EnumerateArray(), each => each.GetProperty("event").GetString() == "SignedIn");
        Assert.DoesNotContain("hash", text.Replace("hasPassword", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("samira", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Close_EndsEverythingAndForgetsWhatIdentifies(bool forgetName)
    {
        var person = await site.PersonAsync("bronckhorst", MembershipRole.Contributor);
        using var visitor = await site.AsAsync(person, secondFactor: false);
        using var elsewhere = await site.AsAsync(person, secondFactor: false);
        (string, string)[] fields = forgetName ? [("Form.Current", NewPeople.Password), ("Form.ForgetName", "true")] : [("Form.Current", NewPeople.Password)];

        var done = await visitor.SubmitAsync(await visitor.OpenAsync(Close), "Sluit mijn account", HttpStatusCode.OK, fields);

        Assert.Contains("Je account is gesloten", done.Body!.TextContent, StringComparison.Ordinal);
        await elsewhere.OpenAsync("/mijn");
        Assert.Contains("/inloggen", elsewhere.Here, StringComparison.Ordinal);
        Assert.Equal(MembershipState.Ended, Assert.Single(await site.RolesAsync(person.Id)).State);
        await using var scope = site.Services.CreateAsyncScope();
        var summary = (await scope.ServiceProvider.GetRequiredService<IAccounts>().PeopleAsync([person.Id], default))[person.Id];
        Assert.Equal((forgetName ? "Oud-medewerker" : person.Name, true), (summary.Name, summary.IsClosed));
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var row = await db.People.AsNoTracking().SingleAsync(each => each.Id == person.Id);
        Assert.Null(row.PasswordHash);
        Assert.DoesNotContain("nieuw.example", row.Email, StringComparison.Ordinal);
        Assert.Contains(await site.LedgerAsync(person.Id.Value), each => each.Event == nameof(AccountClosed));
        await site.AssertLedgerIsWithoutAsync(person);
        await site.MailAsync(person.Email, "Je account bij Parelmuur is gesloten");
        await elsewhere.SubmitAsync(
            await elsewhere.OpenAsync("/inloggen"), "Log in", HttpStatusCode.BadRequest, ("Form.Email", person.Email), ("Form.Password", NewPeople.Password));
    }

    [Fact]
    public async Task Close_WithAWrongPasswordOrName_ChangesNothing()
    {
        var person = await site.PersonAsync();
        using var visitor = await site.AsAsync(person, secondFactor: false);
        var again = await visitor.SubmitAsync(await visitor.OpenAsync(Close), "Sluit mijn account", HttpStatusCode.BadRequest, ("Form.Current", "onzin"));
        Assert.Contains("Je huidige wachtwoord klopt niet", again.Body!.TextContent, StringComparison.Ordinal);
        await visitor.OpenAsync("/mijn");
        Assert.Equal("/mijn", visitor.Here);

        using var sample = await site.AsAsync("Lotte Kramer");
        var typed = await sample.SubmitAsync(await sample.OpenAsync(Close), "Sluit mijn account", HttpStatusCode.BadRequest, ("Form.TypedName", "Iemand anders"));
        Assert.Contains("Typ je naam zoals die hierboven staat", typed.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_OfTheLastCoordinator_TellsThePlatformManagers()
    {
        var person = await site.PersonAsync("bunnik", MembershipRole.Coordinator);
        using var visitor = await site.AsAsync(person, secondFactor: false);
        await visitor.SubmitAsync(Close, "Sluit mijn account", ("Form.Current", NewPeople.Password));
        await site.MailAsync("pim.hendriks@voorbeeld.example", "De laatste coördinator van Bunnik");
    }

    [Fact]
    public async Task Close_OfTheLastPlatformManager_IsRefused()
    {
        using var manager = await site.AsAsync("Pim Hendriks");
        var again = await manager.SubmitAsync(
            await manager.OpenAsync(Close), "Sluit mijn account", HttpStatusCode.BadRequest, ("Form.TypedName", "Pim Hendriks"));
        Assert.Contains("Je bent de laatste platformbeheerder", again.Body!.TextContent, StringComparison.Ordinal);
    }
}

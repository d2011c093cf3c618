using System.Net;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Memberships;

/// <summary>Asking a role, letting in, refusing, stopping and coming back, from the side of both.</summary>
public sealed class MembershipPagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Mine = "/mijn/organisaties", Members = "/mijn/organisatie/leden", Platform = "/beheer/aanmeldingen";

    [Fact]
    public async Task Request_ApprovedByTheCoordinator_LetsInWithoutSigningInAgain()
    {
        var (boss, asker) = (await site.PersonAsync("aalten", MembershipRole.Coordinator), await site.PersonAsync());
        using var coordinator = await site.AsAsync(boss);
        using var visitor = await site.AsAsync(asker);

        var mine = await visitor.SubmitAsync(Mine, "Vraag deze rol", ("Form.Municipality", "aalten"), ("Form.Role", "Reader"));
        Assert.Contains("Je vraag is verstuurd", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lezer – wacht op een besluit", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Members, (await site.MailAsync(boss.Email, asker.Name)).Link);

        await coordinator.SubmitAsync(Members, $"Laat {asker.Name} binnen");
        Assert.Contains("Je werkt voor Aalten", (await visitor.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/mijn", (await site.MailAsync(asker.Email, "Je bent nu lezer bij Aalten")).Link);

        var entry = Assert.Single(await site.LedgerAsync(site.Organisation("aalten").Value), each =>
            each.Event == nameof(MembershipApproved) && each.Person == boss.Id);
        Assert.Contains($"{asker.Id}", entry.Change, StringComparison.Ordinal);
        await site.AssertLedgerIsWithoutAsync(asker);
    }

    [Fact]
    public async Task Request_Refused_AsksAReasonAndMailsIt()
    {
        var (boss, asker) = (await site.PersonAsync("aalsmeer", MembershipRole.Coordinator), await site.PersonAsync());
        using var coordinator = await site.AsAsync(boss);
        using var visitor = await site.AsAsync(asker);
        await visitor.SubmitAsync(Mine, "Vraag deze rol", ("Form.Municipality", "aalsmeer"));
        var request = Assert.Single(await site.RolesAsync(asker.Id));

        var path = $"/aanvragen/{request.Id}/afwijzen";
        var again = await coordinator.SubmitAsync(await coordinator.OpenAsync(path), "Wijs af", HttpStatusCode.BadRequest, ("Form.Reason", " "));
        Assert.Contains("Schrijf waarom", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(asker.Name, again.Body!.TextContent, StringComparison.Ordinal);
        await coordinator.SubmitAsync(path, "Wijs af", ("Form.Reason", "Je werkt hier niet meer."));

        Assert.Contains("Je werkt hier niet meer.", (await site.MailAsync(asker.Email, "Je aanvraag bij Aalsmeer")).Text, StringComparison.Ordinal);
        Assert.Equal(MembershipState.Refused, Assert.Single(await site.RolesAsync(asker.Id)).State);
        await coordinator.OpenAsync(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Request_OfAnotherOrganisation_CannotBeDecided()
    {
        var (boss, other, asker) = (await site.PersonAsync("alkmaar", MembershipRole.Coordinator),
            await site.PersonAsync("almelo", MembershipRole.Coordinator), await site.PersonAsync());
        using var visitor = await site.AsAsync(asker);
        await visitor.SubmitAsync(Mine, "Vraag deze rol", ("Form.Municipality", "alkmaar"));
        var request = Assert.Single(await site.RolesAsync(asker.Id));
        Assert.NotEqual(boss.Id, other.Id);

        using var stranger = await site.AsAsync(other);
        await stranger.OpenAsync($"/aanvragen/{request.Id}/afwijzen", HttpStatusCode.NotFound);
        await PostAsync(stranger, Members, "Approve", HttpStatusCode.NotFound, ("request", $"{request.Id}"));
        using var manager = await site.AsAsync("Pim Hendriks");
        await PostAsync(manager, Platform, "Approve", HttpStatusCode.NotFound, ("request", $"{request.Id}"));
        Assert.Equal(MembershipState.Requested, Assert.Single(await site.RolesAsync(asker.Id)).State);
    }

    [Fact]
    public async Task Coordinator_WhoAsksAnotherRole_CannotDecideAboutItButThePlatformManagerCan()
    {
        var boss = await site.PersonAsync("almere", MembershipRole.Coordinator);
        using var coordinator = await site.AsAsync(boss);
        await coordinator.SubmitAsync(Mine, "Vraag deze rol", ("Form.Municipality", "almere"), ("Form.Role", "Authoriser"));
        var request = (await site.RolesAsync(boss.Id)).Single(each => each.Role == MembershipRole.Authoriser);

        var page = await coordinator.OpenAsync(Members);
        Assert.Contains("Over je eigen aanvraag beslist iemand anders", page.Body!.TextContent, StringComparison.Ordinal);
        await PostAsync(coordinator, Members, "Approve", HttpStatusCode.NotFound, ("request", $"{request.Id}"));
        await coordinator.OpenAsync($"/aanvragen/{request.Id}/afwijzen", HttpStatusCode.NotFound);

        using var manager = await site.AsAsync("Pim Hendriks");
        await manager.SubmitAsync(Platform, $"Laat {boss.Name} binnen");
        Assert.All(await site.RolesAsync(boss.Id), each => Assert.Equal(MembershipState.Approved, each.State));
    }

    [Fact]
    public void Approve_OfOnesOwn_IsRefusedByTheRuleItself()
    {
        var me = PersonId.New();
        var request = Membership.Request(me, OrganisationId.New(), MembershipRole.Authoriser, TimeProvider.System.GetUtcNow());
        Assert.Throws<Kernel.Rules.RuleViolation>(() => request.Approve(me, TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public async Task FirstCoordinator_IsLetInByThePlatformManager()
    {
        var asker = await site.PersonAsync();
        using var visitor = await site.AsAsync(asker);
        await visitor.SubmitAsync(Mine, "Vraag deze rol", ("Form.Municipality", "ameland"), ("Form.Role", "Coordinator"));
        Assert.Equal(Platform, (await site.MailAsync("pim.hendriks@voorbeeld.example", asker.Name)).Link);

        using var manager = await site.AsAsync("Pim Hendriks");
        await manager.SubmitAsync(Platform, $"Laat {asker.Name} binnen");

        Assert.Contains("Leden van Ameland", (await visitor.OpenAsync(Members)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_OfAColleague_EndsWithReasonAndComesBack()
    {
        var (boss, colleague) = (await site.PersonAsync("amersfoort", MembershipRole.Coordinator), await site.PersonAsync("amersfoort", MembershipRole.Contributor));
        using var coordinator = await site.AsAsync(boss);
        using var visitor = await site.AsAsync(colleague);
        var role = Assert.Single(await site.RolesAsync(colleague.Id));
        var path = $"{Members}/{role.Id}/stoppen";

        var again = await coordinator.SubmitAsync(await coordinator.OpenAsync(path), "Stop deze rol", HttpStatusCode.BadRequest, ("Form.Reason", ""));
        Assert.Contains("Schrijf waarom", again.Body!.TextContent, StringComparison.Ordinal);
        await coordinator.SubmitAsync(path, "Stop deze rol", ("Form.Reason", "Andere baan."));
        Assert.Contains("Je hoort nog bij geen gemeente", (await visitor.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Andere baan.", (await site.MailAsync(colleague.Email, "Je rol bij Amersfoort is gestopt")).Text, StringComparison.Ordinal);

        await PostAsync(coordinator, Members, "Undo", HttpStatusCode.Redirect, ("role", $"{role.Id}"));
        Assert.Contains("Je werkt voor Amersfoort", (await visitor.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastCoordinator_WhoLeaves_IsWarnedAndThePlatformManagersAreTold()
    {
        var boss = await site.PersonAsync("amstelveen", MembershipRole.Coordinator);
        using var coordinator = await site.AsAsync(boss);
        var role = Assert.Single(await site.RolesAsync(boss.Id));
        await coordinator.OpenAsync($"{Members}/{role.Id}/stoppen");
        Assert.EndsWith($"{Mine}/{role.Id}/stoppen", coordinator.Here, StringComparison.Ordinal);

        var page = await coordinator.OpenAsync($"{Mine}/{role.Id}/stoppen");
        Assert.Contains("Je bent de laatste coördinator", page.Body!.TextContent, StringComparison.Ordinal);
        await coordinator.SubmitAsync(page, "Stop deze rol", HttpStatusCode.OK);

        await site.MailAsync("pim.hendriks@voorbeeld.example", "De laatste coördinator van Amstelveen");
        Assert.Equal(MembershipState.Ended, Assert.Single(await site.RolesAsync(boss.Id)).State);
    }

    [Fact]
    public async Task Switch_WorksForTheOtherOrganisationInThisBrowserOnly()
    {
        var person = await site.PersonAsync("apeldoorn", MembershipRole.Contributor);
        await using (var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(site.Services))
        {
            var db = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<AccountsDb>(scope.ServiceProvider);
            var second = Membership.Request(person.Id, site.Organisation("arnhem"), MembershipRole.Reader, TimeProvider.System.GetUtcNow().AddDays(-2));
            second.Approve(by: null, TimeProvider.System.GetUtcNow().AddDays(-2));
            db.Memberships.Add(second);
            db.Record(new MembershipApproved(second.Organisation, person.Id, second.Role, false), new Actor("test"));
            await db.SaveChangesAsync();
        }

        using var one = await site.AsAsync(person);
        using var two = await site.AsAsync(person);
        await one.SubmitAsync(Mine, "Werk voor Arnhem");

        Assert.Contains("Je werkt voor Arnhem", (await one.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Je werkt voor Apeldoorn", (await two.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
        await PostAsync(one, Mine, "Switch", HttpStatusCode.NotFound, ("organisation", $"{site.Organisation("assen")}"));
        Assert.Contains(await site.LedgerAsync(person.Id.Value), each => each.Event == nameof(OrganisationChosen));
    }

    [Theory]
    [InlineData("", "", "Kies je gemeente")]
    [InlineData("bestaat-niet", "", "Kies je gemeente")]
    [InlineData("", "Niemands Bond van Verzonnen Zaken", "We kennen deze organisatie nog niet")]
    [InlineData("", "Bergen", "Deze naam is van meer dan een organisatie")]
    public async Task Request_WithoutAnOrganisation_SaysWhatToDo(string municipality, string other, string message)
    {
        using var visitor = await site.AsAsync("Lotte Kramer");
        var page = await visitor.OpenAsync(Mine);
        var again = await visitor.SubmitAsync(
            page, "Vraag deze rol", HttpStatusCode.BadRequest, ("Form.Municipality", municipality), ("Form.Other", other));
        Assert.Contains(message, again.QuerySelector(".utrecht-alert--fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(other, again.QuerySelector("[name='Form.Other']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("", "Schrijf wat achter het apenstaartje staat")]
    [InlineData("geen domein", "Schrijf wat achter het apenstaartje staat")]
    [InlineData("gmail.com", "Bij dit domein kan iedereen een adres krijgen")]
    public async Task Domain_ThatSaysNothing_IsRefused(string domain, string message)
    {
        using var visitor = await site.AsAsync("Joost van Rijn");
        var again = await visitor.SubmitAsync(
            await visitor.OpenAsync(Members), "Laat dit domein binnen", HttpStatusCode.BadRequest, ("Form.Domain", domain));
        Assert.Contains(message, again.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Domain_OfTheOrganisation_LetsInAndCanBeRemoved()
    {
        var boss = await site.PersonAsync("assen", MembershipRole.Coordinator);
        using var coordinator = await site.AsAsync(boss);
        var page = await coordinator.SubmitAsync(Members, "Laat dit domein binnen", ("Form.Domain", "@Nieuw.Example"));
        Assert.Contains("nieuw.example", page.Body!.TextContent, StringComparison.Ordinal);

        var asker = await site.PersonAsync();
        using var visitor = await site.AsAsync(asker);
        var mine = await visitor.SubmitAsync(Mine, "Vraag deze rol", ("Form.Municipality", "assen"));
        Assert.Contains("Je bent bijdrager bij Assen", mine.Body!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync(Mine, "Vraag deze rol", ("Form.Municipality", "assen"), ("Form.Role", "Coordinator"));
        Assert.Equal(
            MembershipState.Requested, (await site.RolesAsync(asker.Id)).Single(each => each.Role == MembershipRole.Coordinator).State);

        using var other = await site.AsAsync("Joost van Rijn");
        var taken = await other.SubmitAsync(await other.OpenAsync(Members), "Laat dit domein binnen", HttpStatusCode.BadRequest, ("Form.Domain", "nieuw.example"));
        Assert.Contains("al van een andere organisatie", taken.Body!.TextContent, StringComparison.Ordinal);
        await PostAsync(other, Members, "RemoveDomain", HttpStatusCode.NotFound, ("domain", "nieuw.example"));
        await PostAsync(coordinator, Members, "RemoveDomain", HttpStatusCode.Redirect, ("domain", "nieuw.example"));
        Assert.DoesNotContain("nieuw.example", (await coordinator.OpenAsync(Members)).QuerySelectorAll("ul.pm-regels")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlatformRoles_GivenAndTaken_AreMailedAndInTheLedger()
    {
        var person = await site.PersonAsync();
        using var manager = await site.AsAsync("Pim Hendriks");
        await manager.SubmitAsync(Platform, "Bewaar de rollen", ("Form.Email", person.Email), ("Form.Roles", "Editor"), ("Form.Roles", "Auditor"));
        await site.MailAsync(person.Email, "Je rollen op het platform zijn veranderd");
        using var visitor = await site.AsAsync(person, secondFactor: false);
        Assert.Contains("Een deel van je rollen slaapt", (await visitor.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
        var entry = (await site.LedgerAsync(person.Id.Value)).Single(each => each.Event == nameof(PlatformRolesGiven));
        Assert.NotNull(entry.Person);
        await site.AssertLedgerIsWithoutAsync(person);
    }

    [Theory]
    [InlineData("niemand@nergens.example", "Niemand heeft een account met dit adres")]
    [InlineData("pim.hendriks@voorbeeld.example", "Jezelf de rol platformbeheerder afnemen kan niet")]
    [InlineData("", "Vul het e-mailadres in")]
    public async Task PlatformRoles_ThatCannotBeGiven_SayWhy(string email, string message)
    {
        using var manager = await site.AsAsync("Pim Hendriks");
        var again = await manager.SubmitAsync(
            await manager.OpenAsync(Platform), "Bewaar de rollen", HttpStatusCode.BadRequest, ("Form.Email", email), ("Form.Roles", "Editor"));
        Assert.Contains(message, again.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task PostAsync(
        Visitor visitor, string page, string handler, HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        var token = (await visitor.OpenAsync(page)).QuerySelector("[name='formulier']")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("formulier", token)));
        using var answer = await visitor.RawAsync(HttpMethod.Post, $"{page}?handler={handler}", form);
        Assert.Equal(status, answer.StatusCode);
    }
}

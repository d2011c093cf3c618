using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Tests.Reorganising;

/// <summary>Roles at municipalities that ended show at who carries on.</summary>
public sealed class MoveMembershipsTests
{
    private static readonly Actor Actor = new("test");

    [Theory, OnEachDatabase]
    public async Task NewMunicipality_GetsTheRolesAsTheyWere_AndAgainChangesNothing(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var person = await site.PersonAsync("uden", MembershipRole.Coordinator, MembershipRole.Authoriser);
        Assert.Equal(2, (await RunAsync(site, look: true))[site.Organisation("uden")]);
        Assert.Empty(await RolesAsync(site, person, "maashorst"));

        Assert.Equal(2, (await RunAsync(site))[site.Organisation("uden")]);
        Assert.Empty(await RunAsync(site));
        Assert.Equal(
            [(MembershipRole.Authoriser, MembershipState.Approved), (MembershipRole.Coordinator, MembershipState.Approved)], await RolesAsync(site, person, "maashorst"));
        Assert.Equal(2, (await RolesAsync(site, person, "uden")).Count);

        using var visitor = await site.AsAsync(person);
        var mine = await visitor.OpenAsync("/mijn/organisaties");
        Assert.Contains("kwam mee van Uden", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("kwam mee van Uden", (await visitor.OpenAsync("/mijn/organisatie/leden")).Body!.TextContent, StringComparison.Ordinal);

        // What a person ended does not come back by itself.
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var here = site.Organisation("maashorst");
        (await db.Memberships.SingleAsync(each => each.Person == person.Id && each.Organisation == here && each.Role == MembershipRole.Authoriser)).End(TimeProvider.System.GetUtcNow());
        db.Record(new MembershipEnded(here, person.Id, MembershipRole.Authoriser), Actor);
        await db.SaveChangesAsync();
        Assert.Empty(await RunAsync(site));
    }

    [Theory, OnEachDatabase]
    public async Task MunicipalityThatExisted_DecidesItself_WhoCoordinates(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var (person, reader, boss) = (
            await site.PersonAsync("weesp", MembershipRole.Coordinator), await site.PersonAsync("weesp", MembershipRole.Reader), await site.PersonAsync("amsterdam", MembershipRole.Coordinator));
        await RunAsync(site);
        Assert.Equal(
            [(MembershipRole.Contributor, MembershipState.Approved), (MembershipRole.Coordinator, MembershipState.Requested)], await RolesAsync(site, person, "amsterdam"));
        Assert.Equal([(MembershipRole.Reader, MembershipState.Approved)], await RolesAsync(site, reader, "amsterdam"));

        using var visitor = await site.AsAsync(boss);
        var members = await visitor.OpenAsync("/mijn/organisatie/leden");
        Assert.Contains("kwam mee van Weesp", members.Body!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync(members, $"Laat {person.Name} binnen", HttpStatusCode.OK);
        Assert.Contains((MembershipRole.Coordinator, MembershipState.Approved), await RolesAsync(site, person, "amsterdam"));
        Assert.Empty(await RunAsync(site));
    }

    [Theory, OnEachDatabase]
    public async Task Split_AsksAtEachSuccessor(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var person = await site.PersonAsync("haaren", MembershipRole.Contributor);
        Assert.Equal(4, (await RunAsync(site))[site.Organisation("haaren")]);
        foreach (var slug in (string[])["boxtel", "oisterwijk", "tilburg", "vught"])
            Assert.Equal([(MembershipRole.Contributor, MembershipState.Requested)], await RolesAsync(site, person, slug));
        using var pim = await site.AsAsync("Pim Hendriks");
        Assert.Contains("kwam mee van Haaren", (await pim.OpenAsync("/beheer/aanmeldingen")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyDictionary<OrganisationId, int>> RunAsync(ParelmuurApp site, bool look = false)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var today = scope.ServiceProvider.GetRequiredService<IOrganisations>().Today;
        return await scope.ServiceProvider.GetRequiredService<IAccounts>().ReorganiseAsync(today, look ? null : Actor, default);
    }

    private static async Task<List<(MembershipRole Role, MembershipState State)>> RolesAsync(ParelmuurApp site, NewPerson person, string slug)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var organisation = site.Organisation(slug);
        return [.. (await scope.ServiceProvider.GetRequiredService<AccountsDb>().Memberships.AsNoTracking()
            .Where(each => each.Person == person.Id && each.Organisation == organisation).ToListAsync())
            .Select(each => (each.Role, each.State)).OrderBy(each => $"{each.Role}")];
    }
}

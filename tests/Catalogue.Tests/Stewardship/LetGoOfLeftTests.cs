using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Archiving;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Stewardship;

/// <summary>Who left the organisation for which they looked after a solution, looks after it no longer, and its coordinators hear of it.</summary>
public sealed class LetGoOfLeftTests
{
    [Theory, OnEachDatabase]
    public async Task Run_AfterTheLastRoleEnded_FreesThePlace_AndTellsTheCoordinators(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var (femke, joost) = (await site.PersonAsync("Femke de Boer", "deventer"), await site.PersonAsync("Joost van Rijn", "deventer"));
        var (left, stays) = (await site.MakeAsync("Van wie weggaat", femke), await site.MakeAsync("Van wie blijft", joost));
        var deputised = await site.MakeAsync("Van wie een vervanger weggaat", joost);
        await site.GiveDeputyAsync(deputised, femke);
        using var visitor = await site.AsAsync("Femke de Boer");
        var leave = (await visitor.OpenAsync("/mijn/organisaties")).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).First(href => href.EndsWith("/stoppen", StringComparison.Ordinal));
        var asked = await visitor.OpenAsync(leave);
        Assert.Contains("Zorg je voor oplossingen van Deventer?", asked.Body!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync(asked, "Stop deze rol", System.Net.HttpStatusCode.OK);

        // As long as it can be undone, nothing happens.
        await RunAsync(site, TimeSpan.FromHours(23));
        Assert.Equal(femke, (await site.StoredAsync(left)).StewardPerson);

        await RunAsync(site, TimeSpan.FromHours(25));
        await RunAsync(site, TimeSpan.FromHours(26));

        var freed = await site.StoredAsync(left);
        Assert.Equal((null, null, true), (freed.StewardPerson, freed.Steward, freed.WantedSince is not null));
        Assert.Equal(joost, (await site.StoredAsync(stays)).StewardPerson);
        var without = await site.StoredAsync(deputised);
        Assert.Equal((joost, null, null), (without.StewardPerson, without.DeputyPerson, without.WantedSince));
        Assert.Single(await site.LedgerAsync(freed.Id), each => each.StartsWith(nameof(StewardLeft), StringComparison.Ordinal));
        var mail = (await site.MailAsync("joost.vanrijn@voorbeeld.example", "zorgde voor")).Text;
        Assert.Contains("Femke de Boer werkt niet meer bij Deventer", mail, StringComparison.Ordinal);
        Assert.Contains($"/oplossingen/{left}/overdragen", mail, StringComparison.Ordinal);
        // Without a deputy the steward is still there to call.
        Assert.DoesNotContain(stays, mail, StringComparison.Ordinal);
        Assert.DoesNotContain(deputised, mail, StringComparison.Ordinal);
    }

    private static async Task RunAsync(ParelmuurApp site, TimeSpan later)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (from, time) = (scope.ServiceProvider, new SetTime(TimeProvider.System.GetUtcNow() + later));
        var accounts = ActivatorUtilities.CreateInstance(from, from.GetRequiredService<IAccounts>().GetType(), time);
        await new LetGoOfLeft(
            from.GetRequiredService<CatalogueDb>(), (IAccounts)accounts, from.GetRequiredService<TellUsers>(),
            from.GetRequiredService<IOrganisations>(), from.GetRequiredService<Words>(), time).RunAsync(default);
    }
}

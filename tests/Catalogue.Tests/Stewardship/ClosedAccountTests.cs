using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Stewardship;

/// <summary>Who closes the account looks after nothing any more, and has no name here any more when they asked for that.</summary>
public sealed class ClosedAccountTests
{
    private const string Samira = "Samira Yıldız", Former = "Oud-medewerker";

    [Theory, OnEachDatabase]
    public async Task Close_OfASteward_AskingToBeForgotten_FreesThePlaceAndTakesTheNameAway(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var (slug, intentions) = await MakeAsync(site);

        await CloseAsync(site, slug, ("Form.ForgetName", "true"));

        Assert.Equal((null, null), ((await site.StoredAsync(slug)).Steward, (await site.StoredAsync(slug)).StewardPerson));
        foreach (var path in (string[])[$"/oplossingen/{slug}", $"/api/v1/solutions/{slug}?fields=steward", .. intentions])
            await Until.TrueAsync(async () => !(await site.Client.GetStringAsync(new Uri(path, UriKind.Relative))).Contains(Samira, StringComparison.Ordinal));
        foreach (var path in intentions)
            Assert.Contains(Former, (await site.PageAsync(path)).Words(), StringComparison.Ordinal);
        var versions = await site.AskAsync(db => db.Versions.Where(each => db.Slugs.Any(at => at.Slug == slug && at.Solution == each.Solution)).ToListAsync());
        Assert.DoesNotContain(versions, version => version.Content.Steward?.Name == Samira);
        Assert.Contains(versions, version => version.Content.Steward?.Name == Former);
        Assert.Contains("Kaartje voor de bladkorf", (await site.PageAsync("/beheerder-gezocht")).Words(), StringComparison.Ordinal);

        // From now on its deputy is asked whether it still holds.
        var time = new SetTime(TimeProvider.System.GetUtcNow().AddMonths(13));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var from = scope.ServiceProvider;
            await new KeepFresh(
                from.GetRequiredService<CatalogueDb>(), from.GetRequiredService<IAccounts>(), [], from.GetRequiredService<ConfirmLink>(),
                from.GetRequiredService<SiteAddress>(), from.GetRequiredService<Words>(), from.GetRequiredService<IOrganisations>(), time).RunAsync(default);
        }

        Assert.Contains("Kaartje voor de bladkorf", (await site.MailAsync("omar.bensaid@voorbeeld.example", "Kloppen ze nog?")).Text, StringComparison.Ordinal);

        // Another node, or this one once more, finds nothing left to do.
        var (entries, before) = (await site.AskAsync(db => db.Set<LedgerEntry>().OrderBy(each => each.Sequence).ToListAsync()), await CountAsync(site));
        await site.Services.GetServices<ILedgerReader>().OfType<LetGoOfClosed>().Single().ReadAsync(entries, default);
        Assert.Equal(before, await CountAsync(site));
    }

    [Fact]
    public async Task Close_OfASteward_WithoutAsking_FreesThePlaceAndKeepsTheName()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var (slug, intentions) = await MakeAsync(site);

        await CloseAsync(site, slug);

        Assert.Contains("Kaartje voor de bladkorf", (await site.PageAsync("/beheerder-gezocht")).Words(), StringComparison.Ordinal);
        foreach (var path in intentions)
            Assert.Contains(Samira, (await site.PageAsync(path)).Words(), StringComparison.Ordinal);
        Assert.Contains(await site.AskAsync(db => db.Versions.ToListAsync()), version => version.Content.Steward?.Name == Samira);
    }

    [Fact]
    public async Task Close_OfADeputy_LeavesTheSteward()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var femke = await site.PersonAsync("Femke de Boer", "deventer");
        var slug = await site.MakeAsync("Met een vervanger", femke);
        var samira = await site.PersonAsync(Samira, "zutphen");
        await site.GiveDeputyAsync(slug, samira);

        await CloseAsync(site, slug, ("Form.ForgetName", "true"));

        var stored = await site.StoredAsync(slug);
        Assert.Equal((femke, null, null), (stored.StewardPerson, stored.DeputyPerson, stored.Deputy));
        Assert.DoesNotContain("Met een vervanger", (await site.PageAsync("/beheerder-gezocht")).Words(), StringComparison.Ordinal);
    }

    // A pareltje of hers that was changed once, an intention of hers, and one that she joined.
    private static async Task<(string Slug, IReadOnlyList<string> Intentions)> MakeAsync(ParelmuurApp site)
    {
        using var samira = await site.AsAsync(Samira);
        await samira.ShareAsync("Kaartje voor de bladkorf");
        var slug = (await site.AskAsync(db => db.Solutions.SingleAsync(each => each.Title == "Kaartje voor de bladkorf"))).Slug;
        await samira.SubmitAsync($"/oplossingen/{slug}/bewerken", "Bewaar de wijziging", ("Form.Promise", "Daarna veranderd."));
        await site.GiveDeputyAsync(slug, await site.PersonAsync("Omar Bensaïd", "zutphen"));
        var (person, organisations) = (await site.PersonAsync(Samira, "zutphen"), site.Services.GetRequiredService<IOrganisations>());
        var (zutphen, deventer) = (organisations.FindBySlug("zutphen")!.Id, organisations.FindBySlug("deventer")!.Id);
        var femke = await site.PersonAsync("Femke de Boer", "deventer");
        var own = Intention.Share("bladkorven-samen", new("Bladkorven samen kopen", "Wij kopen ze samen.", Samira, "", null), zutphen, person, null, organisations.Today);
        var other = Intention.Share("bladkorven-lenen", new("Bladkorven lenen", "Wij lenen ze uit.", "Femke de Boer", "", null), deventer, femke, null, organisations.Today);
        await site.AskAsync(async db =>
        {
            db.Intentions.AddRange(own, other);
            db.IntentionJoins.Add(new(other.Id, zutphen, person, Samira, organisations.Today));
            db.Record(new IntentionShared(own.Id, own.Title), new("test"));
            db.Record(new IntentionShared(other.Id, other.Title), new("test"));
            return await db.SaveChangesAsync();
        });
        await Until.TrueAsync(async () => (await site.PageAsync("/voornemens/bladkorven-lenen")).Words().Contains(Samira, StringComparison.Ordinal));
        return (slug, ["/voornemens/bladkorven-samen", "/voornemens/bladkorven-lenen"]);
    }

    private static async Task CloseAsync(ParelmuurApp site, string slug, params (string Name, string Value)[] fields)
    {
        using var samira = await site.AsAsync(Samira);
        await samira.SubmitAsync("/mijn/account-sluiten", "Sluit mijn account", [.. fields, ("Form.TypedName", Samira)]);
        var id = (await site.StoredAsync(slug)).Id;
        await Until.TrueAsync(async () => (await site.LedgerAsync(id)).Any(line => line.StartsWith(nameof(StewardLeft), StringComparison.Ordinal)));
    }

    private static Task<int> CountAsync(ParelmuurApp site) => site.AskAsync(db => db.Set<LedgerEntry>().CountAsync(each =>
        each.Event == nameof(StewardLeft) || each.Event == nameof(StewardForgotten) || each.Event == nameof(ContactForgotten)));
}

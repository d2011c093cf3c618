using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Stewardship;

/// <summary>What nobody confirms fades, what nobody looks after is wanted, and nobody gets more than one mail a week.</summary>
public sealed class KeepFreshTests
{
    [Theory, OnEachDatabase]
    public async Task Run_DayAfterDay_FadesWantsAndNudges(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        // Far ahead of what the site itself does today.
        var time = new SetTime(TimeProvider.System.GetUtcNow().AddDays(60));
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var femke = await site.PersonAsync("Femke de Boer", "deventer");
        var (old, orphan, fresh, imported) = (
            await site.MakeAsync("Oud met beheerder", femke), await site.MakeAsync("Oud zonder beheerder"),
            await site.MakeAsync("Pas bevestigd", femke), await site.MakeAsync("Uit een register"));
        await site.AskAsync(async db =>
        {
            var confirmed = await db.Solutions.SingleAsync(solution => solution.Slug == fresh);
            confirmed.Confirm(today.AddMonths(-11));
            db.Record(new SolutionConfirmed(confirmed.Id, today), new("test"));
            db.Sources.Add(SolutionSource.Of(
                "register", "1", (await db.Solutions.SingleAsync(solution => solution.Slug == imported)).Id, null, "", today, "print"));
            return await db.SaveChangesAsync();
        });

        await RunAsync(site, time);

        Assert.Equal(SolutionStatus.Unconfirmed, (await site.StoredAsync(old)).Status);
        Assert.Equal(SolutionStatus.Unconfirmed, (await site.StoredAsync(orphan)).Status);
        Assert.Equal(SolutionStatus.Published, (await site.StoredAsync(fresh)).Status);
        Assert.Equal(SolutionStatus.Published, (await site.StoredAsync(imported)).Status);
        Assert.Null((await site.StoredAsync(orphan)).WantedSince);
        var first = await NudgedAsync(site, femke);
        Assert.Equal(time.GetUtcNow(), first, TimeSpan.FromMilliseconds(1));

        time.Pass(TimeSpan.FromDays(6));
        await RunAsync(site, time);
        Assert.Equal(first, await NudgedAsync(site, femke));

        time.Pass(TimeSpan.FromDays(2));
        await RunAsync(site, time);
        Assert.Equal(time.GetUtcNow(), await NudgedAsync(site, femke), TimeSpan.FromMilliseconds(1));

        time.Pass(TimeSpan.FromDays(190));
        await RunAsync(site, time);
        Assert.NotNull((await site.StoredAsync(orphan)).WantedSince);
        Assert.Null((await site.StoredAsync(old)).WantedSince);
        Assert.Equal(SolutionStatus.Unconfirmed, (await site.StoredAsync(fresh)).Status);

        var (text, link) = await site.MailAsync("femke.deboer@voorbeeld.example", "Oud met beheerder");
        Assert.Contains("Kloppen ze nog?", text, StringComparison.Ordinal);
        Assert.StartsWith("/klopt-nog/", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithUsesOfAnOrganisation_AsksItsCoordinatorInTheSameMail()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var time = new SetTime(TimeProvider.System.GetUtcNow().AddMonths(14));
        await RunAsync(site, time, asRooms: true);
        await RunAsync(site, time, asRooms: true);

        var (text, _) = await site.MailAsync("omar.bensaid@voorbeeld.example", "Jij bent coördinator.");
        Assert.Contains("gebruik van Zutphen opnieuw", text, StringComparison.Ordinal);
        Assert.Contains("/gebruik-klopt-nog/", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithOldSolutionsOfWhoWantsNoMail_SendsNone()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var (femke, omar) = (await site.PersonAsync("Femke de Boer", "deventer"), await site.PersonAsync("Omar Bensaïd", "zutphen"));
        await site.MakeAsync("Van wie niets wil", femke);
        await site.MakeAsync("Van wie wel wil", omar);
        await using (var scope = site.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IAccounts>().SetRhythmAsync(femke, MailRhythm.Never, default);

        await RunAsync(site, new SetTime(TimeProvider.System.GetUtcNow().AddDays(60)));

        await NudgedAsync(site, omar);
        Assert.False(await site.AskAsync(db => db.Nudges.AnyAsync(nudge => nudge.Person == femke)));
    }

    private static async Task RunAsync(ParelmuurApp site, TimeProvider time, bool asRooms = false)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var from = scope.ServiceProvider;
        await new KeepFresh(
            from.GetRequiredService<CatalogueDb>(), from.GetRequiredService<IAccounts>(), asRooms ? from.GetServices<IWeeklyQuestions>() : [],
            from.GetRequiredService<ConfirmLink>(),
            from.GetRequiredService<SiteAddress>(), from.GetRequiredService<Words>(), from.GetRequiredService<IOrganisations>(), time).RunAsync(default);
    }

    // The site itself may have asked coordinators today.
    private static Task<DateTimeOffset> NudgedAsync(ParelmuurApp site, PersonId person) =>
        site.AskAsync(db => db.Nudges.Where(nudge => nudge.Person == person).Select(nudge => nudge.Sent).SingleAsync());
}

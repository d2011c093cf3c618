using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Stewardship;

/// <summary>Solutions of a test's own, and a look at what is stored of them.</summary>
internal static class CareSite
{
    public const string WhatWeDid = "We bellen eerst.\nDaarna sturen we een brief.";

    private static readonly Actor Actor = new("test");

    /// <summary>A public solution of Deventer with a title of its own.</summary>
    public static async Task<string> MakeAsync(
        this ParelmuurApp site, string title, PersonId? steward = null, SolutionStatus status = SolutionStatus.Published)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var deventer = scope.ServiceProvider.GetRequiredService<IOrganisations>().FindBySlug("deventer")!.Id;
        var solution = Solution.Share(
            Kernel.Text.Slug.From(title),
            new SolutionContent { Title = title, Promise = "Bellen helpt.", WhatWeDid = WhatWeDid, Origin = deventer },
            Stage.Pilot, status, new DateOnly(2024, 5, 1), null, isSample: false);
        if (steward is { } person)
            solution.GiveTo(person, new Contact("De beheerder", "", deventer));
        db.Solutions.Add(solution);
        db.Slugs.Add(new SolutionSlug(solution.Slug, solution.Id));
        db.Record(new SolutionShared(solution.Id, title, Stage.Pilot), Actor);
        await db.SaveChangesAsync();
        return solution.Slug;
    }

    /// <summary>Somebody becomes deputy of a solution.</summary>
    public static Task<int> GiveDeputyAsync(this ParelmuurApp site, string slug, PersonId deputy) => site.AskAsync(async db =>
    {
        var solution = await db.Solutions.SingleAsync(each => each.Slug == slug);
        solution.GiveDeputyTo(deputy, new Contact("De vervanger", "", solution.Origin));
        db.Record(new StewardAnswered(solution.Id, nameof(StewardRole.Deputy), deputy, nameof(HandoverState.Accepted)), Actor);
        return await db.SaveChangesAsync();
    });

    /// <summary>The id of a sample person.</summary>
    public static async Task<PersonId> PersonAsync(this ParelmuurApp site, string name, string organisation)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();
        var id = scope.ServiceProvider.GetRequiredService<IOrganisations>().FindBySlug(organisation)!.Id;
        List<PersonSummary> members = [];
        foreach (var role in Enum.GetValues<MembershipRole>())
            members.AddRange(await accounts.MembersAsync(id, role, default));
        return members.First(member => member.Name == name).Id;
    }

    /// <summary>What is stored now, found by an address that it has or had.</summary>
    public static Task<Solution> StoredAsync(this ParelmuurApp site, string slug) =>
        site.AskAsync(db => db.Slugs.Where(each => each.Slug == slug)
            .Join(db.Solutions, each => each.Solution, solution => solution.Id, (_, solution) => solution).SingleAsync());

    /// <summary>What the tables say.</summary>
    public static async Task<T> AskAsync<T>(this ParelmuurApp site, Func<CatalogueDb, Task<T>> question)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<CatalogueDb>());
    }

    /// <summary>What the ledger says of a solution, oldest first: event and change.</summary>
    public static async Task<IReadOnlyList<string>> LedgerAsync(this ParelmuurApp site, SolutionId solution) =>
        await site.AskAsync(db => db.Database
            .SqlQuery<string>($"""SELECT event || ' ' || change AS "Value" FROM ledger WHERE subject_id = {solution.Value} ORDER BY sequence""")
            .ToListAsync());
}

using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>On the personal page: the solutions one looks after by name, and the questions to look after another.</summary>
internal sealed class OwnSolutions(CatalogueDb db) : IPersonalSection
{
    private const int MostShown = 50;

    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public async Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        // Longest ago first: those need a look.
        var mine = await db.Solutions.StewardedBy(person.Id).Where(solution => solution.Status != SolutionStatus.Archived)
            .OrderBy(solution => solution.LastConfirmed).ThenBy(solution => solution.SortTitle).Take(MostShown)
            .Select(solution => new OwnSolution(solution.Slug, solution.Title, solution.Status, solution.LastConfirmed))
            .ToListAsync(cancellation);
        var asked = await (
            from handover in db.Handovers
            join solution in db.Solutions on handover.Solution equals solution.Id
            where handover.Person == person.Id && handover.State == HandoverState.Asked
            orderby handover.Proposed
            select new AskedSolution(handover.Id, solution.Title)).Take(MostShown).ToListAsync(cancellation);
        return mine.Count + asked.Count == 0 ? null : new("/Stewardship/_OwnSolutions.cshtml", new SolutionsOfPerson(mine, asked));
    }
}

/// <summary>What the section shows.</summary>
internal sealed record SolutionsOfPerson(IReadOnlyList<OwnSolution> Mine, IReadOnlyList<AskedSolution> Asked);

/// <summary>A solution that one looks after.</summary>
internal sealed record OwnSolution(string Slug, string Title, SolutionStatus Status, DateOnly? LastConfirmed);

/// <summary>A solution that one is asked to look after.</summary>
internal sealed record AskedSolution(Guid Id, string Title);

using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Improvements;

/// <summary>One improvement as colleagues read it.</summary>
/// <param name="Id">The improvement.</param>
/// <param name="Person">Who wrote it.</param>
/// <param name="Name">The name of that person.</param>
/// <param name="Day">When.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Written">The moment, which says how long it can be changed.</param>
/// <param name="Gem">The pareltje that it became, once that is shared.</param>
internal sealed record ImprovementLine(
    Guid Id, PersonId Person, string Name, DateOnly Day, string Text, DateTimeOffset Written, GemLink? Gem);

/// <summary>Where a pareltje stands.</summary>
internal sealed record GemLink(string Slug, string Title);

/// <summary>Reads the improvements of one organisation, for its own people only.</summary>
internal sealed class ImprovementLines(CatalogueDb db, IAccounts accounts)
{
    /// <summary>The improvements of an organisation, latest first.</summary>
    public async Task<IReadOnlyList<ImprovementLine>> OfAsync(
        OrganisationId organisation, int skip, int take, CancellationToken cancellation)
    {
        var rows = await db.Improvements.Where(each => each.Organisation == organisation && each.Removed == null)
            .OrderByDescending(each => each.Written).ThenBy(each => each.Id).Skip(skip).Take(take)
            .Select(each => new
            {
                each.Id,
                each.Person,
                each.Day,
                each.Text,
                each.Written,
                Gem = db.Drafts.Where(draft => draft.Id == each.Draft && draft.SharedIn != null)
                    .SelectMany(draft => db.Solutions.Where(solution => solution.Id == draft.Solution && solution.Status != SolutionStatus.Draft))
                    .Select(solution => new GemLink(solution.Slug, solution.Title)).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var names = await accounts.PeopleAsync([.. rows.Select(row => row.Person).Distinct()], cancellation);
        return [.. rows.Select(row => new ImprovementLine(
            row.Id, row.Person, names.GetValueOrDefault(row.Person)?.Name ?? "", row.Day, row.Text, row.Written, row.Gem))];
    }
}

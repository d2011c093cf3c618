using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Merging;

/// <summary>The pairs that may be the same, longest waiting first: merge, or not the same.</summary>
internal sealed class ProposalsModel(
    CatalogueDb db, DecideProposals decide, IAccounts accounts, IAdoption adoption, IOrganisations organisations, Words words) : FormPage
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<ProposedPair> Pairs { get; private set; } = [];

    /// <summary>The button "Niet hetzelfde".</summary>
    public async Task<IActionResult> OnPostDifferentAsync(
        [FromForm(Name = "een")] Guid one, [FromForm(Name = "ander")] Guid other, CancellationToken cancellation)
    {
        var pair = MergeProposal.Pair(new(one), new(other));
        List<SolutionId> ids = [pair.One, pair.Other];
        if (one == other || await db.Solutions.CountAsync(solution => ids.Contains(solution.Id), cancellation) != ids.Count)
            return NotFound();
        await decide.DifferentAsync(pair.One, pair.Other, Me, cancellation);
        Tell(words["Onthouden: deze twee zijn niet hetzelfde."], DecideProposals.ReopenPath(Request.PathBase, pair.One, pair.Other));
        return Redirect($"{Request.PathBase}/redactie/dubbel");
    }

    /// <summary>How "niet hetzelfde" is undone.</summary>
    public async Task<IActionResult> OnPostReopenAsync(
        [FromQuery(Name = "een")] Guid one, [FromQuery(Name = "ander")] Guid other, CancellationToken cancellation)
    {
        if (!await decide.ReopenAsync(new(one), new(other), Me, cancellation))
            return NotFound();
        Tell(words["Het paar staat er weer."]);
        return Redirect($"{Request.PathBase}/redactie/dubbel");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var waiting =
            from proposal in db.MergeProposals.Waiting(db)
            join one in db.Solutions on proposal.One equals one.Id
            join other in db.Solutions on proposal.Other equals other.Id
            orderby proposal.Proposed, proposal.One
            select new { Proposal = proposal, One = one, Other = other };
        Count = await waiting.CountAsync(cancellation);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Count + PageSize - 1) / PageSize));
        var rows = await waiting.Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var people = await accounts.PeopleAsync([.. rows.Select(row => row.Proposal.Person).OfType<PersonId>().Distinct()], cancellation);
        Pairs = [.. rows.Select(row =>
        {
            MergeSide[] sides = [Side(row.One), Side(row.Other)];
            Array.Sort(sides, MergeSide.Compare);
            return new ProposedPair(
                sides[0], sides[1], row.Proposal.Person is { } person && people.TryGetValue(person, out var known) ? known.Name : null,
                row.Proposal.Source, row.Proposal.Why, organisations.DayOf(row.Proposal.Proposed));
        })];
    }

    private MergeSide Side(Solution solution) => new(
        SolutionCards.CardOf(solution), solution.Origin is { } maker ? organisations.Find(maker) : null, adoption.UsersOf(solution.Id));
}

/// <summary>A pair that waits.</summary>
/// <param name="Left">The one on which more rests.</param>
/// <param name="Right">The other.</param>
/// <param name="By">The name of the person who says it; null for an import.</param>
/// <param name="Source">The import that says it.</param>
/// <param name="Why">How one sees it.</param>
/// <param name="On">Since when it waits.</param>
internal sealed record ProposedPair(MergeSide Left, MergeSide Right, string? By, string Source, string Why, DateOnly On);

/// <summary>Which proposals wait.</summary>
internal static class WaitingProposals
{
    /// <summary>Those of which both still stand on the wall.</summary>
    public static IQueryable<MergeProposal> Waiting(this IQueryable<MergeProposal> proposals, CatalogueDb db) =>
        proposals.Where(proposal => proposal.State == ProposalState.Open
            && db.Solutions.Count(solution => (solution.Id == proposal.One || solution.Id == proposal.Other)
                && (solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed)) == 2);
}

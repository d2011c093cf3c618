using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tips;

/// <summary>On the personal page: tips that wait for the municipality of the reader, and tips that the reader gave.</summary>
internal sealed class MyTips(CatalogueDb db, IOrganisations organisations) : IPersonalSection
{
    private const int MostShown = 20;

    /// <inheritdoc/>
    public int Order => 12;

    /// <inheritdoc/>
    public async Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        var ours = person.Is(MembershipRole.Contributor) ? person.Organisation : null;
        var rows = await (
            from tip in db.Tips
            join solution in db.Solutions on tip.Solution equals solution.Id
            where (tip.Municipality == ours && solution.Status == SolutionStatus.Tip && tip.State == TipState.Waiting)
                || (tip.Tipper == person.Id && tip.State != TipState.Withdrawn)
            orderby tip.Given descending
            select new { tip.Solution, tip.Municipality, tip.Tipper, tip.State, tip.Asked, solution.Slug, solution.Title, solution.Status })
            .Take(MostShown).ToListAsync(cancellation);
        if (rows.Count == 0)
            return null;
        var lines = rows.Select(row => (row.Tipper, Line: new TipLine(
            row.Solution, row.Slug, row.Title, organisations.Find(row.Municipality)?.Name ?? "", row.State, row.Status, row.Asked is not null,
            IsOurs: row.Municipality == ours && row.State == TipState.Waiting))).ToList();
        return new("/Tips/_MyTips.cshtml", new TipsOfPerson(
            [.. lines.Where(each => each.Line.IsOurs).Select(each => each.Line)],
            [.. lines.Where(each => each.Tipper == person.Id).Select(each => each.Line)]));
    }
}

/// <summary>What the section shows.</summary>
/// <param name="Ours">Tips that wait for the municipality of the reader.</param>
/// <param name="Mine">Tips that the reader gave.</param>
internal sealed record TipsOfPerson(IReadOnlyList<TipLine> Ours, IReadOnlyList<TipLine> Mine);

/// <summary>A tip in a list.</summary>
internal sealed record TipLine(
    SolutionId Id, string Slug, string Title, string Municipality, TipState State, SolutionStatus Status, bool Asked, bool IsOurs)
{
    /// <summary>Where it stands, a key of <c>Words</c> with the municipality at {0}.</summary>
    public string Text => State switch
    {
        _ when Status is not SolutionStatus.Tip and not SolutionStatus.Draft => "{0} deelt het nu als pareltje. Met dank aan jou.",
        TipState.Claimed => "{0} zegt: dit is van ons. Ze schrijven er nog aan.",
        TipState.Refused => "{0} zegt: dit is niet van ons. Weet je van wie wel?",
        TipState.SharedAlready => "{0} zegt: dit staat al op de muur.",
        TipState.Waiting when !Asked => "Bij {0} doet nog niemand mee.",
        _ => "We wachten op {0}.",
    };
}

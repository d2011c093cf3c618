using Parelmuur.Kernel.Text;
using Parelmuur.Organisations.Directory;

namespace Parelmuur.Organisations.JointBodies;

/// <summary>Reads who takes part in a joint body: now, before and later.</summary>
internal sealed class JointBodyList(OrganisationDirectory directory, IOrganisations organisations)
{
    /// <summary>All joint bodies with the number of municipalities that take part today.</summary>
    public IReadOnlyList<(OrganisationSummary JointBody, int Members)> All =>
        [.. directory.All.Where(each => each.Kind == OrganisationKind.JointBody).Select(each => (each, organisations.Members.Of(each.Id).Count()))];

    public OrganisationSummary? Find(string slug) =>
        directory.FindBySlug(slug) is { Kind: OrganisationKind.JointBody } found ? found : null;

    /// <summary>Who takes part, took part or will; by name, the latest time first.</summary>
    public IReadOnlyList<MemberLine> MembersOf(OrganisationSummary jointBody)
    {
        var today = organisations.Today;
        return
        [
            .. from row in directory.Members
            where row.JointBody == jointBody.Id && row.ValidUntil != row.ValidFrom
            let municipality = organisations.FindMunicipality(row.Municipality)
            where municipality is not null
            orderby Fold.SortKey(municipality.Name), row.ValidFrom descending
            select new MemberLine(
                municipality, row.ValidFrom, row.ValidUntil, row.ValidUntil is null || today < row.ValidUntil, organisations.SuccessorsOn(municipality.Id, today)),
        ];
    }
}

/// <summary>One municipality in a joint body.</summary>
/// <param name="Municipality">Who.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day on which it no longer takes part.</param>
/// <param name="Goes">Whether it takes part today or will.</param>
/// <param name="Successors">Who carries on its work today; itself while it exists.</param>
internal sealed record MemberLine(
    Municipality Municipality, DateOnly From, DateOnly? Until, bool Goes, IReadOnlyList<Municipality> Successors)
{
    /// <summary>Whether it ended, so that another is a member in its place, or a person must say which.</summary>
    public bool HasEnded => Municipality.Hex is null;
}

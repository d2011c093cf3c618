using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>Who may see and change which check, as part of the query.</summary>
internal static class CheckRights
{
    /// <summary>Those that are public, and those of the organisation that this person belongs to, or whose work it carries on.</summary>
    public static IQueryable<RecordedCheck> VisibleTo(this IQueryable<RecordedCheck> checks, CurrentPerson? person)
    {
        var own = Own(person);
        return checks.Where(check => check.Withdrawn == null && (check.Published != null || own.Contains(check.Organisation)));
    }

    /// <summary>Those of the organisation for which this person works, also when they were taken back.</summary>
    public static IQueryable<RecordedCheck> Of(this IQueryable<RecordedCheck> checks, CurrentPerson person)
    {
        var own = Own(person);
        return checks.Where(check => own.Contains(check.Organisation));
    }

    private static IReadOnlyList<OrganisationId> Own(CurrentPerson? person) => person?.Is(MembershipRole.Reader) == true ? person.Lineage : [];
}

using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Who may do what with a solution: the rule as part of a query, and the same rule for a row that was read.</summary>
/// <remarks>A draft belongs to who writes it, a tip to who gave it, and what was taken up in another is part of that: they are never among them.</remarks>
internal static class SolutionRights
{
    private static readonly SolutionStatus[] Apart = [SolutionStatus.Draft, SolutionStatus.Tip, SolutionStatus.Merged];

    /// <summary>The solutions that everyone may see.</summary>
    public static IQueryable<Solution> Public(this IQueryable<Solution> solutions) =>
        solutions.Where(solution => solution.Status != SolutionStatus.Draft && solution.Status != SolutionStatus.Merged);

    /// <summary>The same for a solution that was read already: whether everyone may see it.</summary>
    public static bool IsPublic(this SolutionStatus status) => status is not (SolutionStatus.Draft or SolutionStatus.Merged);

    /// <summary>The solutions whose text this person may change: those one looks after, and all for an editor.</summary>
    public static IQueryable<Solution> EditableBy(this IQueryable<Solution> solutions, CurrentPerson person) =>
        person.Is(PlatformRoles.Editor)
            ? solutions.Where(solution => !Apart.Contains(solution.Status))
            : solutions.LookedAfterBy(person);

    /// <summary>
    /// The solutions that this person looks after: as steward or deputy, or as contributor of the municipality that made it or carries on its work.
    /// </summary>
    public static IQueryable<Solution> LookedAfterBy(this IQueryable<Solution> solutions, CurrentPerson person)
    {
        var makers = Contributes(person);
        return solutions.Where(solution => !Apart.Contains(solution.Status)
            && (solution.StewardPerson == person.Id
                || solution.DeputyPerson == person.Id
                || makers.Contains(solution.Origin!.Value)));
    }

    /// <summary>The solutions of which this person is steward or deputy.</summary>
    public static IQueryable<Solution> StewardedBy(this IQueryable<Solution> solutions, PersonId person) =>
        solutions.Public().Where(solution => solution.StewardPerson == person || solution.DeputyPerson == person);

    /// <inheritdoc cref="EditableBy(IQueryable{Solution}, CurrentPerson)"/>
    public static bool IsEditableBy(this SolutionDetails solution, CurrentPerson? person) =>
        person is not null && !Apart.Contains(solution.Status)
            && (person.Is(PlatformRoles.Editor) || solution.IsLookedAfterBy(person));

    /// <inheritdoc cref="LookedAfterBy(IQueryable{Solution}, CurrentPerson)"/>
    public static bool IsLookedAfterBy(this SolutionDetails solution, CurrentPerson? person) =>
        person is not null && !Apart.Contains(solution.Status)
            && (solution.StewardPerson == person.Id
                || solution.DeputyPerson == person.Id
                || (solution.Origin is { } maker && Contributes(person).Contains(maker)));

    private static IReadOnlyList<OrganisationId> Contributes(CurrentPerson person) => person.Is(MembershipRole.Contributor) ? person.Lineage : [];
}

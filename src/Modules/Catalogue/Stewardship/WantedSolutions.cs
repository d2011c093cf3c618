using Parelmuur.Catalogue.Solutions;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Which solutions look for a steward.</summary>
internal static class WantedSolutions
{
    /// <summary>Those that do.</summary>
    public static IQueryable<Solution> LookingForSteward(this IQueryable<Solution> solutions) => solutions.Where(solution =>
        (solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed)
        && (solution.WantedSince != null || (solution.Status == SolutionStatus.Unconfirmed && solution.Steward == null)));

    /// <summary>In order of how long; those without a date came here before dates were kept.</summary>
    /// <remarks>Both databases must give the same order.</remarks>
    public static IOrderedQueryable<Solution> LongestFirst(this IQueryable<Solution> wanted) =>
        wanted.OrderBy(solution => solution.WantedSince == null ? 0 : 1).ThenBy(solution => solution.WantedSince).ThenBy(solution => solution.SortTitle);
}

using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Spread;

/// <summary>How far the solutions of the whole platform spread, on one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Solutions">Every solution that somebody uses, most used first.</param>
/// <param name="Growth">How their uses grew.</param>
/// <param name="SolutionsAt">How many solutions each municipality of today uses; those that use nothing are left out.</param>
/// <param name="Active">Active uses, also those that the user hides.</param>
/// <param name="Confirmed">Active uses that are confirmed.</param>
internal sealed record PlatformSpread(
    DateOnly On, IReadOnlyList<SolutionSpread> Solutions, Growth Growth, IReadOnlyDictionary<OrganisationId, int> SolutionsAt, int Active, int Confirmed)
{
    /// <summary>Municipalities of today with at least one active use.</summary>
    public int Municipalities => SolutionsAt.Count;

    /// <summary>Estimate of the hours of work not done twice, over the solutions whose maker declared hours.</summary>
    public long HoursAvoided { get; } = Solutions.Sum(solution => solution.HoursAvoided ?? 0);

    /// <summary>Over how many solutions <see cref="HoursAvoided"/> is counted.</summary>
    public int WithHours { get; } = Solutions.Count(solution => solution.HoursAvoided is not null);

    /// <summary>The middle one of the days from sharing until the fifth user; null when no solution has a fifth.</summary>
    public int? MedianDaysToFifth { get; } = Median([.. Solutions.Select(solution => solution.DaysToFifth).OfType<int>().Order()]);

    /// <summary>Over how many solutions <see cref="MedianDaysToFifth"/> is counted.</summary>
    public int WithFifth { get; } = Solutions.Count(solution => solution.DaysToFifth is not null);

    // Of an even number the lower of the two in the middle: a number of days that really occurred.
    private static int? Median(List<int> ordered) => ordered.Count == 0 ? null : ordered[(ordered.Count - 1) / 2];
}

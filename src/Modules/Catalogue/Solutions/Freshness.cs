namespace Parelmuur.Catalogue.Solutions;

/// <summary>How long ago somebody said that an entry is still true.</summary>
internal enum Freshness
{
    /// <summary>Confirmed in time.</summary>
    Fresh,

    /// <summary>Too long ago.</summary>
    Stale,

    /// <summary>Nobody ever confirmed it, as with a fresh import.</summary>
    Never,
}

/// <summary>The rule of freshness.</summary>
internal static class FreshnessRule
{
    /// <summary>After so many unconfirmed months without a steward it looks for one.</summary>
    public const int MonthsUntilOrphaned = 6;

    /// <summary>How many months a confirmation holds.</summary>
    public static int MonthsOf(Stage stage) => stage == Stage.Gem ? 6 : 12;

    /// <summary>A gem must be confirmed every 6 months, anything else every 12.</summary>
    public static Freshness On(DateOnly today, Stage stage, SolutionStatus status, DateOnly? lastConfirmed) => lastConfirmed switch
    {
        null => Freshness.Never,
        _ when status == SolutionStatus.Unconfirmed => Freshness.Stale,
        var day when day.Value.AddMonths(MonthsOf(stage)) < today => Freshness.Stale,
        _ => Freshness.Fresh,
    };
}

namespace Parelmuur.Adoption.Uses;

/// <summary>How long a confirmation counts.</summary>
internal static class UseProof
{
    public const int MonthsUntilLapsed = 13;

    public static ProofLevel Of(DateOnly? confirmedOn, DateOnly today) => confirmedOn switch
    {
        null => ProofLevel.Claimed,
        var day when day.Value.AddMonths(MonthsUntilLapsed) < today => ProofLevel.Lapsed,
        _ => ProofLevel.Confirmed,
    };
}

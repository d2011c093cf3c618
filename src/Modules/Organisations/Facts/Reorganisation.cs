namespace Parelmuur.Organisations.Facts;

/// <summary>What happened to municipalities on one day, as the register tells it.</summary>
/// <param name="Date">First day of the new situation.</param>
/// <param name="Kind">How.</param>
/// <param name="Ended">Codes that stopped.</param>
/// <param name="Created">The code that began, if any.</param>
/// <param name="Extended">Codes that went on with more land and people.</param>
internal sealed record Reorganisation(
    DateOnly Date,
    ReorganisationKind Kind,
    IReadOnlyList<MunicipalityCode> Ended,
    MunicipalityCode? Created,
    IReadOnlyList<MunicipalityCode> Extended)
{
    /// <summary>Who carries on.</summary>
    public IEnumerable<MunicipalityCode> Successors => Created is { } created ? Extended.Append(created) : Extended;

    /// <summary>All reorganisations since 1 January 2000, oldest first.</summary>
    public static IReadOnlyList<Reorganisation> ReadAll() =>
    [
        .. FactsFile.Rows("reorganisations.csv").Select(row => new Reorganisation(
            DateOnly.ParseExact(row[0], "yyyy-MM-dd"),
            Enum.Parse<ReorganisationKind>(row[1]),
            Codes(row[2]),
            row[3].Length == 0 ? null : MunicipalityCode.Parse(row[3]),
            Codes(row[4]))),
    ];

    private static List<MunicipalityCode> Codes(string field) =>
        [.. field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(MunicipalityCode.Parse)];
}

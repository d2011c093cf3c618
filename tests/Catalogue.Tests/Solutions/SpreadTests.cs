using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Tests.Solutions;

public sealed class SpreadTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Of_TwoDated_IsNoLine() =>
        Assert.Null(Spread.Of(Users(new(2024, 1, 1), new(2025, 1, 1), null), Today));

    [Fact]
    public void Of_EverythingInThisHalfYear_IsNoLine() =>
        Assert.Null(Spread.Of(Users(new(2026, 8, 1), new(2026, 9, 1), new(2026, 10, 1)), Today));

    [Fact]
    public void Of_Dated_AddsUpWithoutGaps()
    {
        var spread = Spread.Of(Users(new(2025, 3, 1), new(2025, 6, 30), new(2026, 7, 1), null), Today)!;
        Assert.Equal(
            [new(2025, false, 2, 2), new(2025, true, 0, 2), new(2026, false, 0, 2), new(2026, true, 1, 3)],
            spread.Periods);
        Assert.Equal(1, spread.Undated);
        Assert.Equal(2025, spread.BestYear);
    }

    [Fact]
    public void Of_TwoYearsAlike_NamesNoBest() =>
        Assert.Null(Spread.Of(Users(new(2024, 1, 1), new(2024, 2, 1), new(2025, 1, 1), new(2025, 2, 1)), Today)!.BestYear);

    [Fact]
    public void Of_VeryOldStarts_CountInTheFirstPeriod()
    {
        var spread = Spread.Of(Users(new(1998, 1, 1), new(2003, 1, 1), new(2024, 1, 1)), Today)!;
        Assert.Equal(24, spread.Periods.Count);
        Assert.Equal(2, spread.Periods[0].Total);
    }

    private static UsersOfSolution Users(params DateOnly?[] starts) => new([.. starts.Select(since => new UserOf(
        OrganisationId.New(), UseState.Active, ProofLevel.Claimed, since, ConfirmedOn: null, ClaimedBy: null, ClaimedOn: null))]);
}

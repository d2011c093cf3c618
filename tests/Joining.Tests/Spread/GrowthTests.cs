using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Spread;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Tests.Spread;

[Collection(WithSite.Name)]
public sealed class GrowthTests(ParelmuurApp site)
{
    private readonly IOrganisations organisations = site.Services.GetRequiredService<IOrganisations>();

    [Fact]
    public void Of_Starts_AddUpMonthByMonthWithoutGaps()
    {
        var start = organisations.Today.AddMonths(-3);
        var growth = Growth.Of([Use("Zutphen", start), Use("Leiden", start), Use("Zutphen", start.AddMonths(2)), Use("Deventer", null)], organisations);

        Assert.Equal([2, 0, 1, 0], growth.Months.Select(month => month.New));
        Assert.Equal([2, 2, 3, 3], growth.Months.Select(month => month.Total));
        Assert.Equal([2, 2, 2, 2], growth.Months.Select(month => month.Municipalities));
        Assert.Equal(1, growth.Undated);
    }

    [Fact]
    public void Of_NotInUse_CountsNothing()
    {
        var growth = Growth.Of([Use("Zutphen", organisations.Today) with { State = UseState.Planned }], organisations);
        Assert.Empty(growth.Months);
        Assert.Equal(0, growth.Undated);
    }

    [Fact]
    public void Of_LongAgo_CountsInTheFirstMonth()
    {
        var growth = Growth.Of([Use("Zutphen", new(1998, 1, 1)), Use("Leiden", new(2001, 1, 1))], organisations);
        Assert.Equal(180, growth.Months.Count);
        Assert.Equal(2, growth.Months[0].New);
    }

    [Fact]
    public void Of_EndedMunicipality_CountsAsWhoCarriesOn()
    {
        var start = organisations.Today.AddMonths(-1);
        var weesp = organisations.AllMunicipalities.Single(each => each.Name == "Weesp");
        var growth = Growth.Of([Use("Amsterdam", start), Use("Zutphen", start) with { User = weesp.Id }], organisations);
        Assert.Equal(1, growth.Months[^1].Municipalities);
        Assert.Equal(2, growth.Months[^1].Total);
    }

    [Fact]
    public void MapAt_AMonth_HidesWhatCameLater()
    {
        var start = organisations.Today.AddMonths(-2);
        var growth = Growth.Of([Use("Zutphen", start), Use("Leiden", start.AddMonths(1))], organisations);
        Assert.Equal([false, true], growth.MapAt(Month.Of(start)).Steps.Select(step => step.IsLater));
    }

    [Theory]
    [InlineData("2026-03", "2026-03")]
    [InlineData("2026-13", null)]
    [InlineData("maart", null)]
    [InlineData(null, null)]
    public void Parse_OnlyAMonth(string? text, string? month) => Assert.Equal(month, Month.Parse(text)?.ToString());

    [Fact]
    public void DaysToFifth_CountsFromSharingUntilTheFifthStart()
    {
        var shared = new DateOnly(2025, 1, 1);
        var users = Enumerable.Range(1, 6).Select(number => Use("Zutphen", shared.AddDays(number * 10)) with { User = OrganisationId.New() }).ToList();
        Assert.Equal(50, SolutionSpread.Of(Card(shared, hours: 40), new(users), organisations).DaysToFifth);
        Assert.Null(SolutionSpread.Of(Card(shared, hours: 40), new(users[..4]), organisations).DaysToFifth);
        Assert.Null(SolutionSpread.Of(Card(shared.AddYears(1), hours: 40), new(users), organisations).DaysToFifth);
    }

    [Fact]
    public void HoursAvoided_IsUsersLessOneTimesHours()
    {
        var users = new UsersOfSolution([Use("Zutphen", null), Use("Leiden", null), Use("Deventer", null)]);
        Assert.Equal(80, SolutionSpread.Of(Card(default, hours: 40), users, organisations).HoursAvoided);
        Assert.Null(SolutionSpread.Of(Card(default, hours: null), users, organisations).HoursAvoided);
        Assert.Null(SolutionSpread.Of(Card(default, hours: 40), new([Use("Zutphen", null)]), organisations).HoursAvoided);
    }

    private UserOf Use(string municipality, DateOnly? since) => new(
        organisations.Current.Single(each => each.Name == municipality).Id,
        UseState.Active, ProofLevel.Confirmed, since, ConfirmedOn: organisations.Today, ClaimedBy: null, ClaimedOn: null);

    private static SolutionCard Card(DateOnly shared, int? hours) => new(
        SolutionId.New(), "proef", "Proef", "", SolutionKind.Product, Stage.Gem, SolutionStatus.Published, [], null, shared, null, IsSample: true)
    {
        BuildHours = hours,
    };
}

using Parelmuur.Organisations.Municipalities;

namespace Parelmuur.Organisations.Tests.Municipalities;

public sealed class MunicipalityRegisterTests
{
    private static readonly MunicipalityRegister Register = new();

    private static Municipality Of(string code) =>
        Register.Find(MunicipalityCode.Parse(code)) ?? throw new InvalidOperationException($"{code} is missing.");

    [Theory]
    [InlineData(2017, 388)]
    [InlineData(2018, 380)]
    [InlineData(2019, 355)]
    [InlineData(2020, 355)]
    [InlineData(2021, 352)]
    [InlineData(2022, 345)]
    [InlineData(2023, 342)]
    [InlineData(2026, 342)]
    public void On_NewYearsDay_CountsAsPublished(int year, int count) =>
        Assert.Equal(count, Register.On(new DateOnly(year, 1, 1)).Count);

    [Theory]
    [InlineData("1990-05-05", "2000-01-01")]
    [InlineData("2099-05-05", "2026-01-01")]
    public void On_DayOutsideTheTable_AnswersAsTheNearestDay(string day, string nearest) =>
        Assert.Equal(Register.On(DateOnly.Parse(nearest)), Register.On(DateOnly.Parse(day)));

    [Fact]
    public void On_AnyDayOfChange_EqualsWhoSaysToExistThatDay()
    {
        var days = Register.All.SelectMany(each => new[] { each.ValidFrom, each.ValidUntil }).OfType<DateOnly>()
            .Where(day => day >= MunicipalityRegister.FirstDay).Distinct().SelectMany(day => new[] { day.AddDays(-1), day, day.AddDays(1) })
            .Where(day => day >= MunicipalityRegister.FirstDay).ToList();
        Assert.All(days, day => Assert.Equal(Register.All.Where(each => each.ExistsOn(day)), Register.On(day)));
    }

    [Fact]
    public void On_IsInTheOrderOfADutchList()
    {
        var names = Register.On(new DateOnly(2026, 1, 1)).Select(each => each.Name).ToList();
        Assert.Equal("Aa en Hunze", names[0]);
        Assert.True(names.IndexOf("'s-Hertogenbosch") > names.IndexOf("Hengelo"));
        Assert.True(names.IndexOf("Súdwest-Fryslân") < names.IndexOf("Terneuzen"));
    }

    [Fact]
    public void Haaren_WasSplitOverFour()
    {
        var haaren = Of("GM0788");
        Assert.Equal(new DateOnly(2020, 12, 31), haaren.ValidTo);
        Assert.Equal(["Boxtel", "Oisterwijk", "Tilburg", "Vught"], haaren.Successors.Select(link => Of(link.Code.Value).Name));
        Assert.All(haaren.Successors, link =>
            Assert.Equal((new DateOnly(2021, 1, 1), ReorganisationKind.Extension, true), (link.Date, link.Kind, link.IsSplit)));
        Assert.Equal(4, Register.SuccessorsOn(haaren, new DateOnly(2026, 1, 1)).Count);
        Assert.Contains(Of("GM0865").Predecessors, link => link.Code == haaren.Code && link.IsSplit);
    }

    [Fact]
    public void Weesp_JoinedAmsterdamInMarch()
    {
        var weesp = Of("GM0457");
        Assert.True(weesp.ExistsOn(new DateOnly(2022, 3, 23)));
        Assert.False(weesp.ExistsOn(new DateOnly(2022, 3, 24)));
        Assert.Equal(345, Register.On(new DateOnly(2022, 3, 23)).Count);
        Assert.Equal(344, Register.On(new DateOnly(2022, 3, 24)).Count);
        Assert.Equal(["Amsterdam"], Register.SuccessorsOn(weesp, new DateOnly(2022, 3, 24)).Select(each => each.Name));
        Assert.Equal(["Weesp"], Register.SuccessorsOn(weesp, new DateOnly(2022, 3, 23)).Select(each => each.Name));
    }

    [Fact]
    public void Beemster_JoinedPurmerendThatKeptItsCode()
    {
        Assert.Equal(new DateOnly(2022, 1, 1), Of("GM0370").ValidUntil);
        Assert.Equal([MunicipalityCode.Parse("GM0439")], Of("GM0370").Successors.Select(link => link.Code));
        Assert.Null(Of("GM0439").ValidUntil);
        Assert.Null(Of("GM0439").ValidFrom);
    }

    [Fact]
    public void SuccessorsOn_AfterTwoReorganisations_FollowsThemAll()
    {
        Assert.Equal(["Waadhoeke"], Register.SuccessorsOn(Of("GM0083"), new DateOnly(2026, 1, 1)).Select(each => each.Name));
        Assert.Equal(["Menameradiel"], Register.SuccessorsOn(Of("GM0083"), new DateOnly(2015, 1, 1)).Select(each => each.Name));
        Assert.Empty(Register.SuccessorsOn(Of("GM1949"), new DateOnly(2015, 1, 1)));
    }

    [Fact]
    public void Vianen_MovedToUtrecht()
    {
        Assert.Equal("Zuid-Holland", Of("GM0620").ProvinceOn(new DateOnly(2001, 12, 31)).Name);
        Assert.Equal("Utrecht", Of("GM0620").ProvinceOn(new DateOnly(2002, 1, 1)).Name);
    }

    [Fact]
    public void Everyone_IsFoundByCodeIdAndSlug()
    {
        Assert.Equal(605, Register.All.Count);
        Assert.All(Register.All, each =>
        {
            Assert.Same(each, Register.Find(each.Code));
            Assert.Same(each, Register.Find(each.Id));
            Assert.Same(each, Register.FindBySlug(each.Slug));
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", each.Slug);
        });
    }

    [Fact]
    public void EveryLink_IsSeenFromBothSides() =>
        Assert.All(Register.All, each =>
        {
            Assert.All(each.Successors, link => Assert.Contains(
                Of(link.Code.Value).Predecessors, back => back == link with { Code = each.Code }));
            Assert.All(each.Predecessors, link => Assert.Contains(
                Of(link.Code.Value).Successors, back => back == link with { Code = each.Code }));
            Assert.Equal(each.ValidUntil is null, each.Successors.Count == 0);
        });

    [Fact]
    public void Today_EveryoneHasFiguresAndACellOfItsOwn()
    {
        var today = Register.On(new DateOnly(2026, 1, 1));
        Assert.All(today, each => Assert.True(each is
            { Inhabitants.Count: > 0, Households: > 0, Density: > 0, SizeClass: not null, SafetyRegion: not null, Hex: not null }));
        Assert.Equal(today.Count, today.Select(each => each.Hex).Distinct().Count());
        Assert.DoesNotContain(Register.All, each => each.ValidUntil is not null && each.Hex is not null);
    }

    [Theory]
    [InlineData("GM0363", SizeClass.From100K)]
    [InlineData("GM0983", SizeClass.From100K)]
    [InlineData("GM0074", SizeClass.From50KTo100K)]
    [InlineData("GM0988", SizeClass.From25KTo50K)]
    [InlineData("GM0088", SizeClass.Under25K)]
    public void SizeClass_FollowsFromInhabitants(string code, SizeClass size) => Assert.Equal(size, Of(code).SizeClass);
}

using System.Globalization;
using Parelmuur.Conversations.Contributions;

namespace Parelmuur.Conversations.Tests.Contributions;

/// <summary>The calendar of town halls.</summary>
public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2000-04-23"), InlineData("2019-04-21"), InlineData("2024-03-31"), InlineData("2025-04-20")]
    [InlineData("2026-04-05"), InlineData("2038-04-25"), InlineData("2049-04-18"), InlineData("2076-04-19"), InlineData("2285-03-22")]
    public void Easter_IsOnTheDayOfTheCalendar(string day) => Assert.Equal(Day(day), WorkingDays.Easter(Day(day).Year));

    [Theory]
    [InlineData("2026-01-01")] // new year
    [InlineData("2026-04-03")] // Good Friday
    [InlineData("2026-04-06")] // Easter Monday
    [InlineData("2026-04-27")] // the King's day
    [InlineData("2025-04-26")] // the King's day of a year in which it falls on Sunday; a Saturday anyway
    [InlineData("2026-05-05")] // liberation
    [InlineData("2026-05-14")] // Ascension
    [InlineData("2026-05-25")] // Whit Monday
    [InlineData("2026-12-25")] // Christmas
    [InlineData("2026-11-22")] // a Sunday
    public void Holiday_IsNoWorkingDay(string day) => Assert.False(WorkingDays.Is(Day(day)));

    [Theory]
    [InlineData("2026-05-04"), InlineData("2026-11-23"), InlineData("2026-12-24"), InlineData("2025-04-28")]
    public void OrdinaryDay_IsAWorkingDay(string day) => Assert.True(WorkingDays.Is(Day(day)));

    [Theory]
    [InlineData("2026-11-23", 5, "2026-11-30")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-12-23", 2, "2026-12-28")]
    public void After_LeavesOutWeekendsAndHolidays(string from, int count, string expected) =>
        Assert.Equal(Day(expected), WorkingDays.After(Day(from), count));

    [Fact]
    public void Clock_CountsFromTheSixthDay()
    {
        // Asked on Monday: five full days pass, and on the Tuesday after it is late.
        var due = WorkingDays.After(Day("2026-11-23"), Contribute.DaysToAnswer + 1);

        Assert.Equal(Day("2026-12-01"), due);
        Assert.Null(AnswerClock.On(Day("2026-11-30"), due).Waited);
        Assert.Equal(5, AnswerClock.On(Day("2026-12-01"), due).Waited);
        Assert.Equal(9, AnswerClock.On(Day("2026-12-07"), due).Waited);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

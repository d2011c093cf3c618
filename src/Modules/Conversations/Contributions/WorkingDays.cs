namespace Parelmuur.Conversations.Contributions;

/// <summary>Counts days on which Dutch town halls work: no weekends and no holidays of the Algemene termijnenwet.</summary>
internal static class WorkingDays
{
    // Days from the Sunday of Easter.
    private const int GoodFriday = -2, EasterMonday = 1, AscensionDay = 39, WhitMonday = 50;

    /// <summary>Whether it is a working day.</summary>
    public static bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The n-th working day after a day.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (Is(day))
                count--;
        }

        return day;
    }

    /// <summary>How many working days there are from a day up to, and without, another.</summary>
    public static int Between(DateOnly from, DateOnly until)
    {
        var count = 0;
        for (var day = from; day < until; day = day.AddDays(1))
            count += Is(day) ? 1 : 0;
        return count;
    }

    /// <summary>The Sunday of Easter, by the rule of the Gregorian calendar.</summary>
    public static DateOnly Easter(int year)
    {
        // The full moon of spring repeats after 19 years, but for a few days that the centuries shift it.
        var (century, golden) = (year / 100, year % 19);
        var shift = century - (century / 4) - (((8 * century) + 13) / 25);
        var moon = ((19 * golden) + shift + 15) % 30;
        if (moon == 29 || (moon == 28 && golden > 10))
            moon--;
        var fullMoon = new DateOnly(year, 3, 21).AddDays(moon);
        return fullMoon.AddDays(7 - (int)fullMoon.DayOfWeek);
    }

    private static bool IsHoliday(DateOnly day) =>
        (day.DayNumber - Easter(day.Year).DayNumber) is GoodFriday or EasterMonday or AscensionDay or WhitMonday
        || (day.Month, day.Day) is (1, 1) or (5, 5) or (12, 25) or (12, 26)
        || day == KingsDay(day.Year);

    private static DateOnly KingsDay(int year)
    {
        var birthday = new DateOnly(year, 4, 27);
        return birthday.DayOfWeek == DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;
    }
}

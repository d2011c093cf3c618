using Parelmuur.Accounts;

namespace Parelmuur.Conversations.Mails;

/// <summary>When a person gets mail: as soon as something waits that is older than this moment.</summary>
/// <remarks>
/// So nothing has to be kept about earlier mails. What waits goes along as a whole; what happens after it waits for the
/// next moment.
/// </remarks>
internal static class Rhythm
{
    /// <summary>At once is not at the second: what happens together comes in one mail.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    private const int Hour = 7;
    private static readonly TimeZoneInfo Here = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The last moment of a rhythm: five minutes ago, seven this morning, or seven on Monday.</summary>
    public static DateTimeOffset LastBefore(DateTimeOffset now, MailRhythm rhythm) => rhythm switch
    {
        MailRhythm.Direct => now - Together,
        MailRhythm.Daily => Morning(now, day => day),
        MailRhythm.Weekly => Morning(now, day => day.AddDays(-(((int)day.DayOfWeek + 6) % 7))),
        _ => DateTimeOffset.MinValue,
    };

    private static DateTimeOffset Morning(DateTimeOffset now, Func<DateOnly, DateOnly> dayOf)
    {
        // Before seven it is still the day before.
        var local = TimeZoneInfo.ConvertTime(now, Here).DateTime.AddHours(-Hour);
        var morning = dayOf(DateOnly.FromDateTime(local)).ToDateTime(new TimeOnly(Hour, 0));
        return new(morning, Here.GetUtcOffset(morning));
    }
}

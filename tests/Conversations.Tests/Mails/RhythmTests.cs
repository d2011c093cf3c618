using System.Globalization;
using Parelmuur.Accounts;
using Parelmuur.Conversations.Mails;

namespace Parelmuur.Conversations.Tests.Mails;

/// <summary>When mail goes: minutes later, at seven in the morning, or at seven on Monday. In the Netherlands.</summary>
public sealed class RhythmTests
{
    [Theory]
    [InlineData("2026-11-27T12:00:00Z", MailRhythm.Direct, "2026-11-27T11:55:00Z")]
    [InlineData("2026-11-27T12:00:00Z", MailRhythm.Daily, "2026-11-27T06:00:00Z")]
    [InlineData("2026-11-27T05:59:00Z", MailRhythm.Daily, "2026-11-26T06:00:00Z")]
    [InlineData("2026-07-10T05:00:00Z", MailRhythm.Daily, "2026-07-10T05:00:00Z")]
    [InlineData("2026-11-27T12:00:00Z", MailRhythm.Weekly, "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-29T23:30:00Z", MailRhythm.Weekly, "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-30T06:00:00Z", MailRhythm.Weekly, "2026-11-30T06:00:00Z")]
    [InlineData("2026-10-25T12:00:00Z", MailRhythm.Daily, "2026-10-25T06:00:00Z")]
    [InlineData("2026-03-29T12:00:00Z", MailRhythm.Daily, "2026-03-29T05:00:00Z")]
    public void LastBefore_IsTheMomentInTheNetherlands(string now, MailRhythm rhythm, string expected) =>
        Assert.Equal(Moment(expected), Rhythm.LastBefore(Moment(now), rhythm));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

using Parelmuur.Kernel.Watching;

namespace Parelmuur.Kernel.Tests.Watching;

/// <summary>What an hour comes to.</summary>
public sealed class LastHourTests
{
    private readonly SetTime time = new(new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Read_WhenNothingHappened_HasNoTimes() =>
        Assert.Equal(new Taken(0, 0, null, null), new LastHour(time).Read());

    [Fact]
    public void Read_GivesTheMiddleAndTheSlow_WithinAFifth()
    {
        var hour = new LastHour(time);
        for (var at = 0; at < 98; at++)
            hour.Add(0.010, mark: false);
        hour.Add(2, mark: true);
        hour.Add(2, mark: true);

        var taken = hour.Read();

        Assert.Equal((100, 2), (taken.Count, taken.Marked));
        Assert.InRange(taken.Half!.Value.TotalMilliseconds, 10, 12);
        Assert.InRange(taken.Most!.Value.TotalSeconds, 2, 2.4);
    }

    [Fact]
    public void Read_LeavesOutWhatIsLongerAgo()
    {
        var hour = new LastHour(time);
        hour.Add(1, mark: true);
        time.Pass(TimeSpan.FromMinutes(59));
        hour.Add(0.001, mark: false);
        Assert.Equal((2, 1), (hour.Read().Count, hour.Read().Marked));

        time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), (hour.Read().Count, hour.Read().Marked));

        // The same place in the ring, an hour later, begins anew.
        time.Pass(TimeSpan.FromMinutes(59));
        hour.Add(0.001, mark: false);
        Assert.Equal(1, hour.Read().Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public void Add_OfWhatCannotBe_StaysInTheFirstOrLastStep(double seconds)
    {
        var hour = new LastHour(time);
        hour.Add(seconds, mark: false);
        Assert.Equal(1, hour.Read().Count);
    }
}

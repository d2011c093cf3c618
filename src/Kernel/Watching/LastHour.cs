namespace Parelmuur.Kernel.Watching;

/// <summary>How long something took, over the last sixty minutes. It keeps counts in steps, not every time.</summary>
/// <param name="time">Tells which minute it is.</param>
public sealed class LastHour(TimeProvider time)
{
    private const int Minutes = 60, Steps = 80;

    // From a hundredth of a millisecond up, each step a fifth longer than the one before: 80 of them reach 18 seconds.
    private const double First = 0.00001, Ratio = 1.2;

    private readonly Lock gate = new();
    private readonly int[][] counts = [.. Enumerable.Range(0, Minutes).Select(_ => new int[Steps])];
    private readonly int[] marked = new int[Minutes];
    private readonly long[] minutes = new long[Minutes];

    /// <summary>Adds one.</summary>
    /// <param name="seconds">How long it took.</param>
    /// <param name="mark">Whether it is one of those that <see cref="Read"/> counts apart.</param>
    public void Add(double seconds, bool mark)
    {
        var step = Math.Clamp((int)Math.Ceiling(Math.Log(seconds / First, Ratio)), 0, Steps - 1);
        var minute = Minute();
        var at = (int)(minute % Minutes);
        lock (gate)
        {
            if (minutes[at] != minute)
            {
                Array.Clear(counts[at]);
                (marked[at], minutes[at]) = (0, minute);
            }

            counts[at][step]++;
            marked[at] += mark ? 1 : 0;
        }
    }

    /// <summary>What the last sixty minutes came to.</summary>
    public Taken Read()
    {
        var since = Minute() - Minutes;
        var all = new long[Steps];
        var apart = 0L;
        lock (gate)
        {
            for (var at = 0; at < Minutes; at++)
            {
                if (minutes[at] <= since)
                    continue;
                apart += marked[at];
                for (var step = 0; step < Steps; step++)
                    all[step] += counts[at][step];
            }
        }

        var total = all.Sum();
        return new(total, apart, Quantile(all, total, 0.5), Quantile(all, total, 0.99));
    }

    private long Minute() => time.GetUtcNow().ToUnixTimeSeconds() / 60;

    private static TimeSpan? Quantile(long[] all, long total, double share)
    {
        var left = (long)Math.Ceiling(total * share);
        for (var step = 0; step < Steps; step++)
        {
            if (left > 0 && (left -= all[step]) <= 0)
                return TimeSpan.FromSeconds(First * Math.Pow(Ratio, step));
        }

        return null;
    }
}

/// <summary>What an hour came to.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="Marked">How many of them stand apart: requests that failed, searches that found nothing.</param>
/// <param name="Half">Half of them took at most this long, within a fifth; null when there were none.</param>
/// <param name="Most">99 of 100 took at most this long, within a fifth; null when there were none.</param>
public sealed record Taken(long Count, long Marked, TimeSpan? Half, TimeSpan? Most);

namespace Parelmuur.Bench.Pages;

/// <summary>Work before the measuring, until the site no longer gets faster.</summary>
/// <remarks>
/// The runtime translates what runs often in the background, and again when it has counted how. For half a minute a page may cost three times
/// what it costs after that, and meanwhile one round may well be as slow as the one before.
/// </remarks>
internal static class Warming
{
    private const int MostRounds = 20;
    private const double Gain = 1.03;

    /// <summary>Repeats a round until several in a row are hardly faster than the fastest so far.</summary>
    /// <param name="withoutGain">How many in a row.</param>
    /// <param name="round">Works for a while, and gives how fast: a greater number is faster.</param>
    public static async Task UntilSteadyAsync(int withoutGain, Func<Task<double>> round)
    {
        var (best, without) = (0.0, 0);
        for (var count = 0; count < MostRounds && without < withoutGain; count++)
        {
            var speed = await round();
            without = speed > best * Gain ? 0 : without + 1;
            best = Math.Max(best, speed);
        }
    }
}

namespace Parelmuur.Bench.Pages;

/// <summary>Work before the measuring, until the site no longer gets faster.</summary>
/// <remarks>
/// The runtime translates what runs often in the background, and again when it has counted how. For half a minute a page may cost three times
/// what it costs after that, and meanwhile one round may well be as slow as the one before.
/// </remarks>
internal static class Warming
{
    private const int MostRounds = 20, WithoutGain = 2;
    private const double Gain = 1.03;

    /// <summary>Asks these pages, in turns, until two rounds in a row are hardly faster than the fastest so far.</summary>
    /// <remarks>In turns, because the first page alone would still be slow from the code that it shares with the others.</remarks>
    /// <param name="site">Where they are.</param>
    /// <param name="pages">The pages, each with the cookie of whoever asks for it, if somebody is signed in.</param>
    /// <param name="seconds">How long each is asked in a round.</param>
    public static async Task UntilSteadyAsync(SiteProcess site, IReadOnlyList<(string Path, string? Cookie)> pages, int seconds)
    {
        var (best, without) = (double.MaxValue, 0);
        for (var round = 0; round < MostRounds && without < WithoutGain; round++)
        {
            var time = 0.0;
            foreach (var (path, cookie) in pages)
                time += 1 / await Wrk.RunAsync(site.Address + path, seconds, cookie);
            without = time * Gain < best ? 0 : without + 1;
            best = Math.Min(best, time);
        }
    }
}

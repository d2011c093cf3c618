namespace Parelmuur.Tests;

/// <summary>Waits for what happens by itself.</summary>
internal static class Until
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2), Again = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks again and again until it is so; what cannot be asked is not so.</summary>
    public static async Task TrueAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(AtMost);
        using var again = new PeriodicTimer(Again);
        while (!await AskAsync())
            await again.WaitForNextTickAsync(limit.Token);

        async Task<bool> AskAsync()
        {
            try
            {
                return await isSo();
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}

namespace Parelmuur.Tests;

/// <summary>A clock that stands still until the test moves it.</summary>
internal sealed class SetTime(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves the clock.</summary>
    public void Pass(TimeSpan time) => now += time;
}

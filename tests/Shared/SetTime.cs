namespace Parelmuur.Tests;

/// <summary>A clock that stands still until the test moves it; what waits for a moment then goes off.</summary>
internal sealed class SetTime(DateTimeOffset now) : TimeProvider
{
    private readonly Lock padlock = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (padlock)
            return now;
    }

    /// <summary>Moves the clock.</summary>
    public void Pass(TimeSpan time)
    {
        List<Alarm> due;
        lock (padlock)
        {
            now += time;
            due = alarms.FindAll(alarm => alarm.Moment <= now);
            alarms.RemoveAll(due.Contains);
        }

        due.ForEach(alarm => alarm.GoOff());
    }

    /// <summary>A timer that goes off once; nothing in the house asks for more.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(SetTime clock, Action goOff) : ITimer
    {
        public DateTimeOffset Moment { get; private set; }

        public void GoOff() => goOff();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
                throw new NotSupportedException("This timer goes off once.");
            lock (clock.padlock)
            {
                clock.alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Moment = clock.now + dueTime;
                clock.alarms.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.padlock)
                clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

namespace Parelmuur.Kernel.Jobs;

/// <summary>Work that a room does again and again, on one node. Register it as a scoped service.</summary>
/// <remarks>It may run again after a failure or a stop, so what it did already must not happen twice.</remarks>
public interface IJob
{
    /// <summary>Its name, which no other job has.</summary>
    string Name { get; }

    /// <summary>What it does, in a few Dutch words for who manages the site.</summary>
    string Does => Name;

    /// <summary>How long after it ran it runs again; at least a few minutes.</summary>
    TimeSpan Every { get; }

    /// <summary>Does the work that there is now.</summary>
    Task RunAsync(CancellationToken cancellation);
}

/// <summary>Work that a room does once a day.</summary>
public interface IDailyJob : IJob
{
    /// <inheritdoc/>
    TimeSpan IJob.Every => TimeSpan.FromDays(1);
}

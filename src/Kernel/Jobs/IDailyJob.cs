namespace Parelmuur.Kernel.Jobs;

/// <summary>Work that a room does once a day, on one node. Register it as a scoped service.</summary>
/// <remarks>It may run again after a failure or a stop, so what it did already must not happen twice.</remarks>
public interface IDailyJob
{
    /// <summary>Its name, which no other job has.</summary>
    string Name { get; }

    /// <summary>Does the work of today.</summary>
    Task RunAsync(CancellationToken cancellation);
}

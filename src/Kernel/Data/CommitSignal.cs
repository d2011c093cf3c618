using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Parelmuur.Kernel.Data;

/// <summary>Wakes a part of this node that works in the background, after each commit on this node.</summary>
internal abstract class CommitSignal : ISaveChangesInterceptor, IDbTransactionInterceptor, IDisposable
{
    private readonly SemaphoreSlim wake = new(0, 1);

    /// <summary>Wakes one that waits; waking it twice is waking it once.</summary>
    public void Wake()
    {
        try
        {
            if (wake.CurrentCount == 0)
                wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another commit woke it in the same instant.
        }
    }

    /// <summary>Waits until somebody wakes it, or the time is over.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => wake.WaitAsync(atMost, cancellation);

    public ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
            Wake();
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake();
        return Task.CompletedTask;
    }

    public void Dispose() => wake.Dispose();
}

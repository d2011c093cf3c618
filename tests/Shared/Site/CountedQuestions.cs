using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Tests;

/// <summary>Counts the round trips to the database for pages; what the kernel asks in the background is left out.</summary>
public sealed class CountedQuestions : DbCommandInterceptor
{
    private int number;

    /// <summary>How many so far.</summary>
    public int Number => Volatile.Read(ref number);

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.GetType().Name != "KernelDb" && !(result.HasResult && result.Result is JoinedAnswer { IsFirst: false }))
            Interlocked.Increment(ref number);
        return ValueTask.FromResult(result);
    }
}

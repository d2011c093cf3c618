using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Parelmuur.Tests;

/// <summary>Counts the questions that a site asks its database, those of its background work too.</summary>
public sealed class CountedQuestions : DbCommandInterceptor
{
    private int number;

    /// <summary>How many so far.</summary>
    public int Number => Volatile.Read(ref number);

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref number);
        return ValueTask.FromResult(result);
    }
}

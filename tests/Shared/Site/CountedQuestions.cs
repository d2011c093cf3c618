using System.Collections.Concurrent;
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

    /// <summary>The different questions, also those of the background, each with the names of its parameters.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Texts { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.GetType().Name != "KernelDb" && !(result.HasResult && result.Result is JoinedAnswer { IsFirst: false }))
            Interlocked.Increment(ref number);
        Texts.TryAdd(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => parameter.ParameterName)]);
        return ValueTask.FromResult(result);
    }
}

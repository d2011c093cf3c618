using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Parelmuur.Kernel.Data;

/// <summary>Hands the questions of work that goes on side by side to its <see cref="Round"/>, which has the connection.</summary>
internal sealed class RoundInterceptor : DbCommandInterceptor, IDbConnectionInterceptor
{
    public static RoundInterceptor Instance { get; } = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Round.Current is not { } round)
            return ValueTask.FromResult(result);
        var answer = round.AnswerAsync(command);
        return answer.IsCompletedSuccessfully ? ValueTask.FromResult(Instead(answer.Result)) : WaitAsync(answer);

        static async ValueTask<InterceptionResult<DbDataReader>> WaitAsync(ValueTask<DbDataReader> answer) => Instead(await answer);

        static InterceptionResult<DbDataReader> Instead(DbDataReader answer) => InterceptionResult<DbDataReader>.SuppressWithResult(answer);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Round.Current?.TakeBack(eventData.DataReader);
        return result;
    }

    // Ten sections that each held a connection and waited for each other could use up the pool and wait for ever.
    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Round.Current is null ? result : InterceptionResult.Suppress());
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Kernel.Data;

/// <summary>When all that still works waits for an answer, the questions are asked in one batch: one round trip to PostgreSQL.</summary>
/// <param name="working">How many pieces of work there are.</param>
/// <param name="services">Give the connection, when there is something to ask.</param>
/// <param name="cancellation">Gives up.</param>
internal sealed class JoinedRound(int working, IServiceProvider services, CancellationToken cancellation) : Round
{
    private readonly Lock gate = new();
    private int atWork = working;
    private List<Question> waiting = [];
    private Task asking = Task.CompletedTask;

    public override ValueTask<DbDataReader> AnswerAsync(DbCommand command)
    {
        var question = new Question(command, new());
        lock (gate)
        {
            waiting.Add(question);
            AskWhenAllWait();
        }

        return new(question.Answer.Task);
    }

    /// <summary>Ends when the last batch gave back its connection; whoever asked may have gone on before.</summary>
    public Task EndAsync()
    {
        lock (gate)
            return asking;
    }

    /// <summary>A piece of work waits for pieces of its own, that take its place.</summary>
    public void Split(int pieces)
    {
        lock (gate)
            atWork += pieces - 1;
    }

    /// <summary>They are done, and it goes on.</summary>
    public void Return()
    {
        lock (gate)
            atWork++;
    }

    /// <summary>One piece of work is done.</summary>
    public void Leave()
    {
        lock (gate)
        {
            atWork--;
            AskWhenAllWait();
        }
    }

    private void AskWhenAllWait()
    {
        if (waiting.Count == 0 || waiting.Count < atWork)
            return;
        var (asked, before) = (waiting, asking);
        waiting = [];
        asking = AskAsync(asked, before);
    }

    // Each reads its own part before the next may, because all parts come over one connection.
    private async Task AskAsync(List<Question> asked, Task before)
    {
        Current = null;
        await before;
        DatabaseFacade? database = null;
        try
        {
            database = services.GetRequiredService<KernelDb>().Database;
            await database.OpenConnectionAsync(cancellation);
            await using var batch = Join(database.GetDbConnection(), asked);
            await using var answers = await batch.ExecuteReaderAsync(cancellation);
            foreach (var question in asked)
            {
                var part = new JoinedAnswer(answers, isFirst: question == asked[0]);
                question.Answer.SetResult(part);
                await part.IsRead;
                await answers.NextResultAsync(cancellation);
            }
        }
#pragma warning disable CA1031 // Whoever asked gets the error.
        catch (Exception error)
#pragma warning restore CA1031
        {
            foreach (var question in asked)
                question.Answer.TrySetException(error);
        }
        finally
        {
            if (database is not null)
                await database.CloseConnectionAsync();
        }
    }

    private static DbBatch Join(DbConnection connection, List<Question> asked)
    {
        var joined = connection.CreateBatch();
        foreach (var (command, _) in asked)
        {
            var one = joined.CreateBatchCommand();
            one.CommandText = command.CommandText;
            DbParameter[] parameters = [.. command.Parameters.Cast<DbParameter>()];
            // A parameter belongs to one command only.
            command.Parameters.Clear();
            one.Parameters.AddRange(parameters);
            joined.BatchCommands.Add(one);
        }

        return joined;
    }

    private sealed record Question(DbCommand Command, TaskCompletionSource<DbDataReader> Answer);
}

using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Kernel.Data;

/// <summary>What is asked of SQLite: each question at once, on a connection that stays open and keeps its statements.</summary>
/// <remarks>SQLite answers in this process, so there is no round trip to share; but planning a question takes longer than answering it.</remarks>
internal sealed class KeptStatements(IServiceScopeFactory scopes) : Round, IDisposable
{
    // Each may hold some megabytes, so a rush of visitors does not leave more behind.
    private const int MostFree = 16;

    private readonly ConcurrentStack<Connection> free = [];
    private readonly ConcurrentDictionary<DbDataReader, Connection> busy = [];

    public override ValueTask<DbDataReader> AnswerAsync(DbCommand command)
    {
        if (!free.TryPop(out var connection))
            connection = new(scopes.CreateScope());
        try
        {
            var answer = connection.Ask(command);
            busy[answer] = connection;
            return ValueTask.FromResult(answer);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void TakeBack(DbDataReader answer)
    {
        if (!busy.TryRemove(answer, out var connection))
            return;
        answer.Dispose();
        if (free.Count < MostFree)
            free.Push(connection);
        else
            connection.Dispose();
    }

    public void Dispose()
    {
        while (free.TryPop(out var connection))
            connection.Dispose();
    }

    private sealed class Connection : IDisposable
    {
        // Some questions have as many forms as there are lists of things to ask for.
        private const int Most = 200;

        private readonly IServiceScope scope;
        private readonly KernelDb db;
        private readonly Dictionary<string, DbCommand> kept = new(StringComparer.Ordinal);

        public Connection(IServiceScope scope)
        {
            this.scope = scope;
            db = scope.ServiceProvider.GetRequiredService<KernelDb>();
            db.Database.OpenConnection();
        }

        public DbDataReader Ask(DbCommand command)
        {
            if (!kept.TryGetValue(command.CommandText, out var same))
                same = Prepare(command.CommandText);
            same.Parameters.Clear();
            foreach (DbParameter parameter in command.Parameters)
                same.Parameters.Add(parameter);
            return same.ExecuteReader();
        }

        public void Dispose()
        {
            Forget();
            db.Database.CloseConnection();
            scope.Dispose();
        }

        private DbCommand Prepare(string text)
        {
            if (kept.Count == Most)
                Forget();
            var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // As EF wrote it, values apart.
            command.CommandText = text;
#pragma warning restore CA2100
            command.Prepare();
            kept.Add(text, command);
            return command;
        }

        private void Forget()
        {
            foreach (var command in kept.Values)
                command.Dispose();
            kept.Clear();
        }
    }
}

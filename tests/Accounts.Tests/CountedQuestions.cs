using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Parelmuur.Accounts.Tests;

/// <summary>Counts the questions of all rooms to one database, until it is disposed.</summary>
/// <param name="connection">The connection string of that database: tests of other sites run at the same time.</param>
internal sealed class CountedQuestions(string connection) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private int number;

    /// <summary>Starts to count.</summary>
    public CountedQuestions Start()
    {
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        return this;
    }

    public int Number => number;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Value: CommandEventData command }
            && value.Key == RelationalEventId.CommandExecuting.Name
            && command.Connection.ConnectionString == connection)
            Interlocked.Increment(ref number);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }
}

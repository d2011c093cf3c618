using System.Collections.Concurrent;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Room to reckon in for one question; handed back afterwards so that the next one need not make it again.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly WorkspacePool pool;

    public Workspace(WorkspacePool pool) => this.pool = pool;

    /// <summary>Frequencies of one leaf, in one block of entries.</summary>
    public Scores Leaf { get; } = new();

    /// <summary>Sum over the leaves of one way, in one block of entries.</summary>
    public Scores Way { get; } = new();

    /// <summary>Best way of one concept, in one block of entries.</summary>
    public Scores Concept { get; } = new();

    /// <summary>The entries that may earn something, a bit each.</summary>
    public ulong[] Wanted { get; private set; } = [];

    /// <summary>Sums over all concepts.</summary>
    public Totals Totals { get; } = new();

    public void Fit(int capacity)
    {
        Totals.Fit(capacity);
        if (Wanted.Length < Bits.Words(capacity))
            Wanted = new ulong[Totals.Touched.Length];
    }

    public void Dispose()
    {
        Leaf.Clear();
        Way.Clear();
        Concept.Clear();
        Totals.Clear();
        pool.Return(this);
    }
}

/// <summary>Keeps workspaces between questions: as many as there were questions at once.</summary>
internal sealed class WorkspacePool
{
    private readonly ConcurrentBag<Workspace> free = [];

    public Workspace Rent(int capacity)
    {
        var workspace = free.TryTake(out var found) ? found : new Workspace(this);
        workspace.Fit(capacity);
        return workspace;
    }

    public void Return(Workspace workspace) => free.Add(workspace);
}

using System.Collections.Concurrent;

namespace Parelmuur.Search.Finding;

/// <summary>Room to reckon in for one question; handed back afterwards so that the next one need not make it again.</summary>
internal sealed class Workspace : IDisposable
{
    // Few enough to stay close to the processor.
    private const int AtOnce = 256;

    private readonly WorkspacePool pool;

    public Workspace(WorkspacePool pool) => this.pool = pool;

    /// <summary>Frequencies of one leaf.</summary>
    public Scores Leaf { get; } = new();

    /// <summary>Sum over the leaves of one way.</summary>
    public Scores Way { get; } = new();

    /// <summary>Best way of one concept.</summary>
    public Scores Concept { get; } = new();

    /// <summary>Sums over all concepts.</summary>
    public Totals Totals { get; } = new();

    /// <summary>Entries that are read at once.</summary>
    public int[] Documents { get; } = new int[AtOnce];

    /// <summary>The occurrences of a word in each of those.</summary>
    public byte[] Occurrences { get; } = new byte[AtOnce];

    /// <summary>What each of those earns.</summary>
    public float[] Earned { get; } = new float[AtOnce];

    public void Fit(int capacity)
    {
        Leaf.Fit(capacity);
        Way.Fit(capacity);
        Concept.Fit(capacity);
        Totals.Fit(capacity);
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

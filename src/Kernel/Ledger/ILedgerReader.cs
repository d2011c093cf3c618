namespace Parelmuur.Kernel.Ledger;

/// <summary>A part of the house that reacts to changes: search index, output cache, notifications.</summary>
/// <remarks>
/// Entries come in order and at least once. A reader with <see cref="EveryNode"/> runs on each node from the position
/// at which <see cref="StartAsync"/> was called; any other reader runs on one node at a time and keeps its position in
/// the database. An error is logged and the same entries are offered again.
/// </remarks>
public interface ILedgerReader
{
    /// <summary>Names the reader in the log and in the stored position.</summary>
    string Name { get; }

    /// <summary>Whether each node must read for itself because it keeps something in memory.</summary>
    bool EveryNode { get; }

    /// <summary>Whether it asks nothing of other readers when it starts, so that it may start beside them.</summary>
    bool StartsAlone => false;

    /// <summary>Prepares the reader, for example by loading everything there is. Called once, before the first entries.</summary>
    Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Handles the next entries, at most a few hundred.</summary>
    Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation);

    /// <summary>Looks at the clock, for what changes without an entry because a day passed.</summary>
    /// <remarks>Called at least twice a second on each node, after the entries and never at the same time, so it must mostly do nothing.</remarks>
    Task PassAsync(CancellationToken cancellation) => Task.CompletedTask;
}

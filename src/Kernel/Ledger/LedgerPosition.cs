namespace Parelmuur.Kernel.Ledger;

/// <summary>How far a reader of the ledger has come.</summary>
/// <remarks>
/// Sequence numbers are given before commit. On PostgreSQL a reader that only remembered the highest number would skip
/// a lower one that commits later. So entries are read in the order (transaction, sequence), and only those of
/// transactions older than every transaction still running: nothing can appear behind such a position any more.
/// </remarks>
/// <param name="Transaction">Number of the transaction of the last entry read.</param>
/// <param name="Sequence">Number of the last entry read.</param>
public readonly record struct LedgerPosition(long Transaction, long Sequence);

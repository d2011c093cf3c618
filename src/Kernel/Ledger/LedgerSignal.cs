using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Ledger;

/// <summary>Wakes the feed after a commit on this node.</summary>
internal sealed class LedgerSignal : CommitSignal;

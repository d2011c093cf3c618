using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Mails;

/// <summary>Wakes the sender of mail after a commit on this node.</summary>
internal sealed class MailSignal : CommitSignal;

using Parelmuur.Catalogue.Archiving;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <content>How a solution ends, and comes back. The page stays at its address.</content>
internal sealed partial class Solution
{
    public const int ArchiveReasonLength = 380;

    /// <summary>What took its place, when it is archived.</summary>
    public SolutionId? Successor { get; private set; }

    /// <summary>Why it ended; may be empty when there is a successor.</summary>
    public string ArchiveReason { get; private set; } = "";

    /// <summary>The day on which it ended, when somebody did that here.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    /// <summary>Ends the entry: in favour of another, or for a reason.</summary>
    public void Archive(SolutionId? successor, string reason, DateOnly today)
    {
        Require(Status is SolutionStatus.Published or SolutionStatus.Unconfirmed, "", "Dit is al gestopt, of nog niet gedeeld.");
        Require(successor is not null || reason.Length > 0, nameof(ArchiveForm.Reason), "Kies een opvolger, of schrijf op waarom dit stopt.");
        Require(successor != Id, nameof(ArchiveForm.Successor), "Kies een andere oplossing als opvolger.");
        Require(reason.Length <= ArchiveReasonLength, nameof(ArchiveForm.Reason), "Maak de reden korter: hoogstens 380 tekens.");
        (Status, Successor, ArchiveReason, ArchivedOn, WantedSince) = (SolutionStatus.Archived, successor, reason, today, null);
    }

    /// <summary>Ends a sample, which tells its own story.</summary>
    public void ArchiveFor(SolutionId successor) => (Status, Successor) = (SolutionStatus.Archived, successor);

    /// <summary>Puts it back on the wall, as it was: unconfirmed when it was that.</summary>
    public void BringBack()
    {
        Require(Status == SolutionStatus.Archived, "", "Dit staat al op de muur.");
        (Status, Successor, ArchiveReason, ArchivedOn) =
            (UnconfirmedSince is null ? SolutionStatus.Published : SolutionStatus.Unconfirmed, null, "", null);
    }
}

using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations;

/// <summary>Somebody said something about a solution, or something happened to what was said.</summary>
/// <remarks>The door of Conversations is what it tells through the ledger; no room asks it anything yet.</remarks>
/// <param name="Solution">What it is about.</param>
/// <param name="Contribution">The question, answer or comment.</param>
public abstract record ConversationEvent(SolutionId Solution, ContributionId Contribution) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>A question was asked to the users of a solution.</summary>
/// <param name="Solution">What it is about.</param>
/// <param name="Contribution">The question.</param>
/// <param name="People">To how many people it went.</param>
public sealed record QuestionAsked(SolutionId Solution, ContributionId Contribution, int People)
    : ConversationEvent(Solution, Contribution);

/// <summary>Somebody answered a question.</summary>
/// <param name="Solution">What it is about.</param>
/// <param name="Contribution">The answer.</param>
/// <param name="Question">The question.</param>
public sealed record QuestionAnswered(SolutionId Solution, ContributionId Contribution, ContributionId Question)
    : ConversationEvent(Solution, Contribution);

/// <summary>Somebody told what it is like to use a solution.</summary>
public sealed record CommentPosted(SolutionId Solution, ContributionId Contribution) : ConversationEvent(Solution, Contribution);

/// <summary>The author changed the text shortly after posting it.</summary>
public sealed record ContributionEdited(SolutionId Solution, ContributionId Contribution) : ConversationEvent(Solution, Contribution);

/// <summary>Somebody thinks that it should not stand there.</summary>
public sealed record ContributionReported(SolutionId Solution, ContributionId Contribution) : ConversationEvent(Solution, Contribution);

/// <summary>An editor hid it, for a reason that everyone sees.</summary>
public sealed record ContributionHidden(SolutionId Solution, ContributionId Contribution, string Reason)
    : ConversationEvent(Solution, Contribution);

/// <summary>An editor looked at the reports and lets it stand.</summary>
public sealed record ReportsDismissed(SolutionId Solution, ContributionId Contribution, int Reports)
    : ConversationEvent(Solution, Contribution);

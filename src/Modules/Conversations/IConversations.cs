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
[Told("Vraag gesteld")]
public sealed record QuestionAsked(SolutionId Solution, ContributionId Contribution, int People)
    : ConversationEvent(Solution, Contribution);

/// <summary>Somebody answered a question.</summary>
/// <param name="Solution">What it is about.</param>
/// <param name="Contribution">The answer.</param>
/// <param name="Question">The question.</param>
[Told("Vraag beantwoord")]
public sealed record QuestionAnswered(SolutionId Solution, ContributionId Contribution, ContributionId Question)
    : ConversationEvent(Solution, Contribution);

/// <summary>Somebody told what it is like to use a solution.</summary>
[Told("Reactie geplaatst")]
public sealed record CommentPosted(SolutionId Solution, ContributionId Contribution) : ConversationEvent(Solution, Contribution);

/// <summary>The author changed the text shortly after posting it.</summary>
[Told("Bijdrage gewijzigd")]
public sealed record ContributionEdited(SolutionId Solution, ContributionId Contribution) : ConversationEvent(Solution, Contribution);

/// <summary>Somebody thinks that it should not stand there.</summary>
[Told("Bijdrage gemeld")]
public sealed record ContributionReported(SolutionId Solution, ContributionId Contribution) : ConversationEvent(Solution, Contribution);

/// <summary>An editor hid it, for a reason that everyone sees.</summary>
[Told("Bijdrage verborgen")]
public sealed record ContributionHidden(SolutionId Solution, ContributionId Contribution, string Reason)
    : ConversationEvent(Solution, Contribution);

/// <summary>An editor looked at the reports and lets it stand.</summary>
[Told("Meldingen afgewezen")]
public sealed record ReportsDismissed(SolutionId Solution, ContributionId Contribution, int Reports)
    : ConversationEvent(Solution, Contribution);

/// <summary>Somebody follows something; what it is, only that person sees.</summary>
/// <param name="Person">Who.</param>
/// <param name="Kind">What kind of thing: "oplossing".</param>
[Told("Volgen begonnen")]
public sealed record FollowStarted(PersonId Person, string Kind) : LedgerEvent(Person.Value)
{
    /// <inheritdoc/>
    public override string Subject => ForOnePerson;
}

/// <summary>Somebody follows something no more.</summary>
[Told("Volgen gestopt")]
public sealed record FollowStopped(PersonId Person, string Kind) : LedgerEvent(Person.Value)
{
    /// <inheritdoc/>
    public override string Subject => ForOnePerson;
}

/// <summary>People were told of these entries in the ledger, or need not know of them any more.</summary>
[Told("Meldingen bijgewerkt")]
public sealed record NotificationsChanged(IReadOnlyList<long> Entries) : LedgerEvent(Guid.Empty)
{
    /// <inheritdoc/>
    public override string Subject => ForOnePerson;
}

/// <summary>Somebody saw one or more notifications on the site.</summary>
[Told("Meldingen gelezen")]
public sealed record NotificationsRead(PersonId Person) : LedgerEvent(Person.Value)
{
    /// <inheritdoc/>
    public override string Subject => ForOnePerson;
}

/// <summary>Somebody got a mail with news.</summary>
[Told("Nieuws gemaild")]
public sealed record NewsMailed(PersonId Person, int Notifications) : LedgerEvent(Person.Value)
{
    /// <inheritdoc/>
    public override string Subject => ForOnePerson;
}

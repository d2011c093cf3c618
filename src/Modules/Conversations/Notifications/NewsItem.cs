using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Notifications;

/// <summary>Something that happened to a solution or an intention and that everyone may know, as the ledger has it.</summary>
/// <param name="Entry">The number of the entry.</param>
/// <param name="Moment">When.</param>
/// <param name="Event">What: the name of the event.</param>
/// <param name="Subject">To what kind of thing.</param>
/// <param name="SubjectId">To which one.</param>
/// <param name="By">Who did it.</param>
/// <param name="OnBehalfOf">For which organisation.</param>
/// <param name="Change">The event as JSON.</param>
internal sealed record NewsItem(
    long Entry, DateTimeOffset Moment, string Event, string Subject, Guid SubjectId, PersonId? By, OrganisationId? OnBehalfOf, string Change)
{
    /// <summary>The events that are news. What nobody waits for, such as a use that a register claims, is not.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        nameof(SolutionShared), nameof(SolutionRevised), nameof(SolutionConfirmed), nameof(SolutionArchived), nameof(SolutionBroughtBack),
        nameof(SolutionMerged), nameof(MergeUndone), nameof(StageDecided), nameof(StewardAnswered), nameof(StewardLeft), nameof(StewardWanted),
        nameof(OwnUseStated), nameof(QuestionAsked), nameof(QuestionAnswered), nameof(CommentPosted),
        nameof(IntentionShared), nameof(IntentionRevised), nameof(IntentionJoined), nameof(IntentionEnded), nameof(IntentionReopened),
    ];

    /// <summary>The entry, when it is news by itself.</summary>
    public static NewsItem? Of(LedgerEntry entry) =>
        !Events.Contains(entry.Event) ? null
        : entry.Event == nameof(StewardAnswered) && entry.As<StewardAnswered>().Outcome != "Accepted" ? null
        : new(entry.Sequence, entry.Moment, entry.Event, entry.Subject, entry.SubjectId, entry.Person, entry.OnBehalfOf, entry.Change);

    /// <summary>Whether it is about what somebody wants to do; otherwise about a solution.</summary>
    public bool IsAboutIntention => Subject == IntentionEvent.SubjectName;

    /// <summary>The solution that it is about, when it is about one.</summary>
    public SolutionId Solution => new(SubjectId);

    /// <summary>The event itself.</summary>
    public T As<T>()
        where T : LedgerEvent => LedgerEntries.Read<T>(Change);

    /// <summary>The other solution that it is about too: the successor, or the one with which it became one.</summary>
    public SolutionId? Other => Event switch
    {
        nameof(SolutionArchived) => As<SolutionArchived>().Successor,
        nameof(SolutionMerged) => As<SolutionMerged>().Into,
        nameof(MergeUndone) => As<MergeUndone>().From,
        _ => null,
    };

    /// <summary>What was said, if it is about that.</summary>
    public ContributionId? Contribution => Event switch
    {
        nameof(QuestionAsked) => As<QuestionAsked>().Contribution,
        nameof(QuestionAnswered) => As<QuestionAnswered>().Contribution,
        nameof(CommentPosted) => As<CommentPosted>().Contribution,
        _ => null,
    };
}

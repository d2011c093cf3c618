using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.SolutionPage;

/// <summary>Everything that people said about a solution.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Threads">Questions and comments, newest first.</param>
internal sealed record SolutionConversations(SolutionCard Solution, IReadOnlyList<ShownThread> Threads);

/// <summary>A question with its answers, or a comment.</summary>
/// <param name="Start">The question or comment.</param>
/// <param name="IsQuestion">Whether it can be answered.</param>
/// <param name="Clock">How long it waits; null when it is answered.</param>
/// <param name="Answers">Oldest first.</param>
internal sealed record ShownThread(
    ShownContribution Start, bool IsQuestion, AnswerClock? Clock, IReadOnlyList<ShownContribution> Answers);

/// <summary>What somebody said.</summary>
/// <param name="Id">The contribution.</param>
/// <param name="Author">The name.</param>
/// <param name="Organisation">For whom the author worked then.</param>
/// <param name="Text">Markdown; empty when it is hidden.</param>
/// <param name="Day">When, in the Netherlands.</param>
/// <param name="Edited">Whether it was changed after posting.</param>
/// <param name="HiddenReason">Why an editor hid it; null when it is not hidden.</param>
/// <param name="MayEdit">Whether the reader may change it now.</param>
/// <param name="TakeOver">Where the reader takes this answer over into the text; null for who may not.</param>
internal sealed record ShownContribution(
    ContributionId Id,
    string Author,
    OrganisationSummary? Organisation,
    string Text,
    DateOnly Day,
    bool Edited,
    string? HiddenReason,
    bool MayEdit,
    string? TakeOver);

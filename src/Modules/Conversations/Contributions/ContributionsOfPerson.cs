using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Contributions;

/// <summary>Adds to "Mijn gegevens" what a person wrote.</summary>
internal sealed class ContributionsOfPerson(ConversationsDb db) : IPersonalData
{
    /// <inheritdoc/>
    public async Task<PersonalData> OfAsync(PersonId person, CancellationToken cancellation) => new(
        "contributions",
        "Vragen, antwoorden en reacties",
        await db.Contributions.Where(each => each.Author == person).OrderBy(each => each.Posted)
            .Select(each => new ContributionData(
                each.Id.Value, each.Solution.Value, each.Kind, each.Text, each.Posted, each.Edited, each.Hidden, each.HiddenReason))
            .ToListAsync<object>(cancellation));

    private sealed record ContributionData(
        Guid Id, Guid Solution, ContributionKind Kind, string Text,
        DateTimeOffset Posted, DateTimeOffset? Edited, DateTimeOffset? Hidden, string HiddenReason);
}

using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Following;

/// <summary>Adds to "Mijn gegevens" what a person follows and followed.</summary>
internal sealed class FollowsOfPerson(ConversationsDb db) : IPersonalData
{
    /// <inheritdoc/>
    public async Task<PersonalData> OfAsync(PersonId person, CancellationToken cancellation) => new(
        "follows",
        "Wat je volgt of volgde",
        await db.Follows.Where(each => each.Person == person).OrderBy(each => each.Since)
            .Select(each => new FollowData(each.Kind, each.Key, each.Since, each.Automatic, each.Ended)).ToListAsync<object>(cancellation));

    private sealed record FollowData(string Kind, string Key, DateTimeOffset Since, bool Automatic, DateTimeOffset? Ended);
}

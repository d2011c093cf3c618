using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Notifications;

/// <summary>Adds to "Mijn gegevens" what a person was told.</summary>
internal sealed class NotificationsOfPerson(ConversationsDb db) : IPersonalData
{
    /// <inheritdoc/>
    public async Task<PersonalData> OfAsync(PersonId person, CancellationToken cancellation) => new(
        "notifications",
        "Berichten",
        await db.Notifications.Where(each => each.Person == person).OrderBy(each => each.Entry)
            .Select(each => new NotificationData(each.Entry, each.Kind, each.Key, each.Made, each.Read, each.Mailed)).ToListAsync<object>(cancellation));

    private sealed record NotificationData(
        long Entry, string Kind, string Key, DateTimeOffset Made, DateTimeOffset? Read, DateTimeOffset? Mailed);
}

using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Moderation;

/// <summary>Tells editors on their own page that reports wait.</summary>
internal sealed class WaitingReports(ConversationsDb db) : IPersonalSection
{
    public int Order => 5;

    public async Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(PlatformRoles.Editor))
            return null;
        var waiting = await db.Reports.Where(each => each.Decided == null)
            .Select(each => each.Contribution).Distinct().CountAsync(cancellation);
        return waiting == 0 ? null : new("/Moderation/_Waiting.cshtml", waiting);
    }
}

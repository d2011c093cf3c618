using Microsoft.AspNetCore.Mvc;
using Parelmuur.Design;

namespace Parelmuur.Conversations.Inbox;

/// <summary>The way from a notification to the page it is about: whoever goes there has read it.</summary>
internal sealed class OpenModel(ReadInbox inbox) : FormPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await inbox.SeeAsync(Me, id, cancellation) is { } path ? Redirect(Request.PathBase + path) : NotFound();
}

using Microsoft.AspNetCore.Mvc;
using Parelmuur.Conversations.Notifications;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Inbox;

/// <summary>Berichten: what happened to what a person follows, newest first.</summary>
internal sealed class IndexModel(ReadInbox inbox, UnreadCounts counts, Words words) : FormPage
{
    /// <summary>Only what is older than this entry; for the next page.</summary>
    [FromQuery(Name = "voor")]
    public long? Before { get; set; }

    public IReadOnlyList<ShownNotification> Shown { get; private set; } = [];

    /// <summary>From where older ones go on; null when there are none.</summary>
    public long? Older { get; private set; }

    public int Unread => counts.For(Me).Waiting;

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken cancellation) =>
        await inbox.SeeAsync(Me, id, cancellation) is null ? NotFound() : RedirectToPage();

    public async Task<IActionResult> OnPostAllAsync(CancellationToken cancellation)
    {
        await inbox.SeeAllAsync(Me, cancellation);
        Tell(words["Alle berichten zijn gelezen."]);
        return RedirectToPage();
    }

    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        (Shown, Older) = await inbox.OfAsync(Me.Id, Before, cancellation);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Joining.Rollouts;

/// <summary>Give one's own calendar an address from which it reads the steps that are due.</summary>
internal sealed class CalendarModel(JoiningDb db, Words words) : FormPage
{
    /// <summary>The address; null when the person did not ask for one yet.</summary>
    public string? Address { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } feed)
            feed.Renew();
        else
            db.CalendarFeeds.Add(CalendarFeed.For(Me.Id, Me.Organisation!.Value));
        db.Record(new CalendarFeedMade(Me.Id), Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(words["Dit adres werkt nu. Een vorig adres werkt niet meer."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } feed)
        {
            db.CalendarFeeds.Remove(feed);
            db.Record(new CalendarFeedEnded(Me.Id), Me.Actor);
            await db.SaveChangesAsync(cancellation);
        }

        Tell(words["Je agenda krijgt geen stappen meer."]);
        return RedirectToPage();
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } feed)
            Address = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/agenda/{feed.Code}.ics";
    }

    private Task<CalendarFeed?> FindAsync(CancellationToken cancellation)
    {
        var (me, own) = (Me.Id, Me.Organisation);
        return db.CalendarFeeds.SingleOrDefaultAsync(each => each.Person == me && each.Organisation == own, cancellation);
    }
}

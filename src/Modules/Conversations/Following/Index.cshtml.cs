using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Following;

/// <summary>Follow something, or stop. Other pages post here; who had to sign in first sees it as a page.</summary>
internal sealed class IndexModel(FollowThings follow, Words words) : FormPage
{
    private Followable what = new("", "");

    [FromRoute]
    public string Kind { get; set; } = "";

    /// <summary>Which one.</summary>
    [FromQuery(Name = "wat")]
    public string? Key { get; set; }

    /// <summary>The page to go back to; without one the page of the thing itself.</summary>
    [FromQuery(Name = "terug")]
    public string? Back { get; set; }

    /// <summary>What it is.</summary>
    public Followed Thing { get; private set; } = null!;

    /// <summary>Whether the reader follows it now.</summary>
    public bool Follows { get; private set; }

    /// <summary>Where a form begins, or stops.</summary>
    public string PostTo(bool stop) => Request.PathBase + what.PathTo(stop, Back);

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        what = new(Kind, Key?.Trim() ?? "");
        if (await follow.FindAsync(what, HttpContext.RequestAborted) is not { } thing)
        {
            context.Result = NotFound();
            return;
        }

        // The button of a page from before a merge follows the one that goes on.
        (Thing, what) = (thing, what with { Key = thing.Key });
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await follow.StartAsync(Me.Id, what, cancellation);
        Tell(words["Je volgt nu {0}.", Thing.Name], PostTo(stop: true));
        return GoBack();
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellation)
    {
        await follow.StopAsync(Me.Id, what, cancellation);
        Tell(words["Je volgt {0} niet meer.", Thing.Name], PostTo(stop: false));
        return GoBack();
    }

    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Follows = await follow.FollowsAsync(Me, what, cancellation);

    private LocalRedirectResult GoBack() =>
        LocalRedirect(Url.WayBackTo(Back) ?? Request.PathBase + Thing.Path);
}

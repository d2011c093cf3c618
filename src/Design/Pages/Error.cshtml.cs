using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Parelmuur.Design.Pages;

/// <summary>What happened, what is safe, and what to do now, for a request that did not get an answer.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel : PageModel
{
    /// <summary>The HTTP status: 404, 500 …</summary>
    public int Status { get; private set; } = StatusCodes.Status500InternalServerError;

    /// <summary>A number to name when asking for help.</summary>
    public string Trace => HttpContext.TraceIdentifier;

    /// <inheritdoc />
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        if (int.TryParse(RouteData.Values["status"] as string, out var status) && status is >= 400 and < 600)
            Status = status;
        // Asked for by its own address it is an error too: nobody looks for this page.
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = Status;
    }
}

using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using Parelmuur.Kernel.People;

namespace Parelmuur.Design.Pages;

/// <summary>What happened, what is safe, and what to do now, for a request that did not get an answer.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel : PageModel
{
    private const int RetryAfterSeconds = 30;

    /// <summary>The HTTP status: 404, 500 …</summary>
    public int Status { get; private set; } = StatusCodes.Status500InternalServerError;

    /// <summary>The role at an organisation that the reader lacks; null when that is not what is wrong.</summary>
    public MembershipRole? Missing => Status == StatusCodes.Status403Forbidden ? HttpContext.Features.Get<MissingRole>()?.Role : null;

    /// <summary>Who reads it, when signed in.</summary>
    public CurrentPerson? Reader => CurrentPerson.Of(User);

    /// <summary>A number to name when asking for help.</summary>
    public string Trace => HttpContext.TraceIdentifier;

    /// <summary>Where the reader sent a form that got no answer; null when there was none.</summary>
    public string? Again { get; private set; }

    /// <summary>All that was in it, to send it once more; null when there is nothing to send.</summary>
    public SentForm? Sent { get; private set; }

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (int.TryParse(RouteData.Values["status"] as string, out var status) && status is >= 400 and < 600)
            Status = status;
        else if (Response.StatusCode is >= 400 and < 600)
            Status = Response.StatusCode;
        // Asked for by its own address it is an error too: nobody looks for this page.
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = Status;
        if (Status == StatusCodes.Status503ServiceUnavailable)
            Response.Headers.RetryAfter = new StringValues($"{RetryAfterSeconds}");
        // Nothing typed is lost: neither when the site failed, nor when the session had ended.
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failure)
            await KeepAsync($"{Request.PathBase}{failure.Path}{Request.QueryString}");
        else if (Status == StatusCodes.Status401Unauthorized && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } refused)
            await KeepAsync($"{refused.OriginalPathBase}{refused.OriginalPath}{refused.OriginalQueryString}");
        await next();
    }

    private async Task KeepAsync(string address)
    {
        Sent = await SentForm.ReadAsync(Request, HttpContext.RequestAborted);
        Again = Sent is null ? null : address;
    }
}

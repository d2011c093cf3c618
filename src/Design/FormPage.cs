using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Design;

/// <summary>A page with a form: what is wrong is shown with the form as it was typed, with status 400.</summary>
/// <remarks>
/// The handler of a post runs only when the form is filled in well; a named handler is for a button without form. A broken rule becomes the error of its field. Whenever
/// the page is shown, also after an error, <see cref="PrepareAsync"/> reads what stands around the form.
/// </remarks>
public abstract class FormPage : PageModel
{
    /// <summary>What a page shows once, on top, after something was saved, and where one post undoes it.</summary>
    public const string SavedKey = "Saved", UndoKey = "Undo";

    /// <summary>The cookie in which that travels to the next page.</summary>
    public const string SavedCookie = "__Host-melding";

    /// <summary>The person who asks for the page.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in; the policy of the page lets everyone in.</exception>
    protected CurrentPerson Me => CurrentPerson.Of(User) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether one person may post it only so often in a minute.</summary>
    protected virtual bool LimitsPosts => false;

    /// <summary>Runs the handler, and shows the form again when something is wrong.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // A named handler is another button on the page: the form was not meant to be filled in. Nor was it for who asks only for the head.
        if (context.HandlerMethod?.Name is { Length: > 0 } || HttpMethods.IsHead(Request.Method))
            ModelState.Clear();
        else if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            context.Result = await AgainAsync();
            return;
        }
        else if (LimitsPosts && HttpMethods.IsPost(Request.Method)
            && !HttpContext.RequestServices.GetRequiredService<PostLimit>().Allows(HttpContext))
        {
            ModelState.AddModelError("", "Je plaatst veel achter elkaar. Wacht een minuut en probeer het dan nog eens. Je tekst staat er nog.");
            context.Result = await AgainAsync(StatusCodes.Status429TooManyRequests);
            return;
        }

        var done = await next();
        if (done is { Exception: RuleViolation broken, ExceptionHandled: false })
        {
            ModelState.AddModelError(broken.Field is { Length: > 0 } field ? $"Form.{field}" : "", broken.Message);
            done.ExceptionHandled = true;
            done.Result = await AgainAsync();
        }
        else if (done.Result is PageResult or null && done.Exception is null)
        {
            if (!ModelState.IsValid)
                Response.StatusCode = StatusCodes.Status400BadRequest;
            await PrepareAsync(HttpContext.RequestAborted);
        }
    }

    /// <summary>Reads what the page shows around its form. Runs each time before it is shown.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Tells on the next page what was saved, in the reader's language.</summary>
    /// <param name="saved">The fact.</param>
    /// <param name="undo">Where a post without more undoes it, from the root of the host; the message then has a button.</param>
    protected void Tell(string saved, string? undo = null) => (TempData[SavedKey], TempData[UndoKey]) = (saved, undo);

    private async Task<PageResult> AgainAsync(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        await PrepareAsync(HttpContext.RequestAborted);
        return Page();
    }
}

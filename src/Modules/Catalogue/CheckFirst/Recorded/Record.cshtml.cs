using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>Records the outcome of a check. Who is not signed in does so first, and finds everything as it was filled in.</summary>
[IgnoreAntiforgeryToken] // The page checks it itself, and keeps what was typed when it is not right.
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(ValueLengthLimit = IndexModel.TextLength * 4)]
[EnableRateLimiting(PostLimit.WhileTyping)]
[ResponseCache(NoStore = true)]
[OutputCache(NoStore = true)]
internal sealed class RecordModel(
    AnswerPlan answer, RecordCheck record, KeepWaitingCheck waiting, IAntiforgery antiforgery, Words words) : FormPage
{
    private const int MaxRequest = 8 << 20;

    [BindProperty(Name = "tekst")]
    public string? Text { get; set; }

    [BindProperty(Name = "gemeente")]
    public string? Chosen { get; set; }

    /// <summary>"Bewaar en kies later".</summary>
    [BindProperty(Name = "later")]
    public bool Later { get; set; }

    [BindProperty]
    public OutcomeForm Form { get; set; } = new();

    public PlanAnswer Answer { get; private set; } = null!;

    private CurrentPerson? Reader => CurrentPerson.Of(User);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(Request.Method) && await StopAsync(HttpContext.RequestAborted) is { } stop)
            context.Result = stop;
        else
            await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Back from signing in, with everything as it was filled in.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await waiting.ReadAsync(HttpContext, cancellation) is not { } filled)
            return RedirectToPage("/CheckFirst/Index");
        (Text, Chosen, Form) = (filled.Text, filled.Municipality, filled.Form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        if (!Answer.MayRecord)
            return Page();
        var check = await record.RunAsync(Answer.Text, Answer.Report, Form, Later, Me, cancellation);
        await waiting.ForgetAsync(HttpContext, cancellation);
        Tell(
            Later ? words["Bewaard. Kies later wat jullie doen."] : words["Jullie keuze is vastgelegd. Alleen jullie gemeente ziet dit."],
            Url.Content($"~/eerst-kijken/{check.Id}/aanpassen?handler=Withdraw"));
        return Redirect(Url.Content($"~/eerst-kijken/{check.Id}"));
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (Answer is null)
            await AnswerAsync(cancellation);
        Answer = Answer! with { Form = Form };
    }

    private async Task<IActionResult?> StopAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Text))
            return RedirectToPage("/CheckFirst/Index");
        if (Reader is null && Request.Headers["Sec-Fetch-Site"] != "cross-site" && Text.Length <= RecordedCheck.TextLength)
        {
            await waiting.KeepAsync(HttpContext, new(Text, Chosen, Form), cancellation);
            return Challenge(new AuthenticationProperties { RedirectUri = Url.Page("/CheckFirst/Recorded/Record") });
        }

        if (Reader is not null && await antiforgery.IsRequestValidAsync(HttpContext))
            return null;
        ModelState.Clear();
        ModelState.AddModelError("", "Je was een tijdje weg. Druk nog een keer op de knop. Je tekst staat er nog.");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await PrepareAsync(cancellation);
        return Page();
    }

    private async Task AnswerAsync(CancellationToken cancellation) =>
        Answer = await answer.RunAsync(Text!, answer.Municipality(Chosen, out _), User, inOwnOrder: false, cancellation);
}

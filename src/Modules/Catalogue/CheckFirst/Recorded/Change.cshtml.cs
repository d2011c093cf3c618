using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>Changes a recorded check of the reader's own organisation: decide again, publish, take back, and each way back.</summary>
internal sealed class ChangeModel(CatalogueDb db, IOrganisations organisations, Words words) : FormPage
{
    [BindProperty]
    public OutcomeForm Form { get; set; } = new();

    public RecordedCheck Check { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await db.Checks.Of(Me).SingleOrDefaultAsync(check => check.Id == id, HttpContext.RequestAborted) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Check = found;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => Form = OutcomeForm.Of(Check);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = Form.Required();
        Check.Decide(outcome, Form.Solution is { } solution ? new(solution) : null, Form.Reason);
        return SaveAsync(new CheckRevised(Check.Id, outcome), words["Jullie keuze is aangepast."], null, cancellation);
    }

    /// <summary>"Maak openbaar".</summary>
    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation)
    {
        Check.Publish(organisations.Today);
        return SaveAsync(new CheckPublished(Check.Id), words["Iedereen kan dit nu lezen."], "Unpublish", cancellation);
    }

    /// <summary>"Maak weer besloten".</summary>
    public Task<IActionResult> OnPostUnpublishAsync(CancellationToken cancellation)
    {
        Check.Unpublish();
        return SaveAsync(new CheckUnpublished(Check.Id), words["Alleen jullie gemeente ziet dit nu."], "Publish", cancellation);
    }

    /// <summary>"Trek dit in", and "maak ongedaan" after recording.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        Check.Withdraw(organisations.Today);
        await SaveAsync(new CheckWithdrawn(Check.Id), words["Ingetrokken. Het staat niet meer in jullie lijst."], "PutBack", cancellation);
        return Redirect(Url.Content("~/eerst-kijken/vastgelegd"));
    }

    /// <summary>It counts again.</summary>
    public Task<IActionResult> OnPostPutBackAsync(CancellationToken cancellation)
    {
        Check.PutBack();
        return SaveAsync(new CheckPutBack(Check.Id), words["Het staat weer in jullie lijst."], "Withdraw", cancellation);
    }

    /// <summary>"Neem terug": the solution may fit after all.</summary>
    public Task<IActionResult> OnPostTakeBackAsync([FromForm(Name = "oplossing")] Guid solution, CancellationToken cancellation) => JudgeAsync(
        solution, rejection => rejection.TakeBack(organisations.Today), id => new RejectionTakenBack(Check.Id, id),
        words["Teruggenomen. Dit telt niet meer mee."], cancellation);

    /// <summary>"Past toch niet".</summary>
    public Task<IActionResult> OnPostRejectAgainAsync([FromForm(Name = "oplossing")] Guid solution, CancellationToken cancellation) => JudgeAsync(
        solution, rejection => rejection.Again(), id => new MatchRejected(Check.Id, id),
        words["Dit telt weer mee bij plannen die op het jouwe lijken."], cancellation);

    private async Task<IActionResult> JudgeAsync(
        Guid solution, Action<Rejection> change, Func<SolutionId, CheckEvent> happened, string told, CancellationToken cancellation)
    {
        var id = new SolutionId(solution);
        if (await db.Rejections.SingleOrDefaultAsync(each => each.Check == Check.Id && each.Solution == id, cancellation) is not { } rejection)
            return NotFound();
        change(rejection);
        return await SaveAsync(happened(id), told, null, cancellation);
    }

    private async Task<IActionResult> SaveAsync(CheckEvent happened, string told, string? undo, CancellationToken cancellation)
    {
        db.Record(happened, Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(told, undo is null ? null : Url.Content($"~/eerst-kijken/{Check.Id}/aanpassen?handler={undo}"));
        return Redirect(Url.Content($"~/eerst-kijken/{Check.Id}"));
    }
}

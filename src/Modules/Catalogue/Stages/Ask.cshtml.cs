using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stages;

/// <summary>Who looks after a solution asks for the next step, and sees what it takes.</summary>
internal sealed class AskModel(CatalogueDb db, DecideStage decide, StageChecklist checklist, IOrganisations organisations, Words words)
    : StewardshipPage(db)
{
    [BindProperty]
    public AskForm Form { get; set; } = new();

    /// <summary>What is asked for.</summary>
    public Stage Next => Solution.NextStage!.Value;

    /// <summary>The question that waits.</summary>
    public StageRequest? Waiting { get; private set; }

    /// <summary>The day on which it was asked.</summary>
    public DateOnly AskedOn => organisations.DayOf(Waiting!.Asked);

    public IReadOnlyList<CheckLine> Checklist { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await decide.AskAsync(Solution, Next, Lines.Clean(Form.Note), Form.Read(), Me, cancellation);
        Tell(words["Je vraag ligt bij de redactie."]);
        return Redirect(PathOf());
    }

    /// <summary>The button "Trek de vraag in".</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        if (await WaitingAsync(cancellation) is not { } waiting)
            return NotFound();
        await decide.WithdrawAsync(waiting, Me, cancellation);
        Tell(words["Je vraag is ingetrokken."]);
        return Redirect(PathOf());
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) => solutions.EditableBy(Me).Where(solution =>
        solution.Stage != Stage.Standard
        && (solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed));

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Waiting = await WaitingAsync(cancellation);
        if (HttpMethods.IsGet(Request.Method) && Waiting is { } waiting)
        {
            Form.Take(waiting.Evidence);
            Form.Note = waiting.Note;
        }

        Checklist = checklist.Of(Next, checklist.FactsOf(Solution), Form.SoFar());
    }

    private async Task<StageRequest?> WaitingAsync(CancellationToken cancellation) =>
        await decide.WaitingAsync(Solution.Id, cancellation) is { } waiting && waiting.To == Next ? waiting : null;
}

/// <summary>The evidence, and what else there is to say.</summary>
internal sealed class AskForm : EvidenceForm
{
    [StringLength(StageRequest.NoteLength, ErrorMessage = "Maak de tekst korter: hoogstens 1.000 tekens.")]
    public string? Note { get; set; }
}

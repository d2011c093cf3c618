using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Parelmuur.Catalogue.LaterQuestions;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Design;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>After sharing: what happens now, and the way back.</summary>
internal sealed class DoneModel(
    KeepDrafts drafts, ShareGem share, ChooseQuestion questions, ICatalogue catalogue, WallCards cards, SiteAddress site, Words words) : FormPage
{
    private Draft draft = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CurrentPerson Writer => Me;

    public bool CanUndo => share.CanUndo(draft, Me);

    public CardModel Card { get; private set; } = null!;

    /// <summary>The one question for now; null when there is none.</summary>
    public OpenQuestion? Question { get; private set; }

    /// <summary>The permanent address, to copy.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The page of the solution, in the reader's language.</summary>
    public string PagePath { get; private set; } = "";

    public string UndoAddress => Url.Content($"~/deel/{Id}/gedeeld?handler=Undo");

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await drafts.FindAsync(Id, Me.Id, HttpContext.RequestAborted);
        if (found is null)
            context.Result = NotFound();
        else if (found.SharedIn is null)
            context.Result = RedirectToPage("/Sharing/Index", new { Id });
        else
        {
            draft = found;
            await base.OnPageHandlerExecutionAsync(context, next);
        }
    }

    /// <summary>"Maak ongedaan".</summary>
    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellation)
    {
        await share.UndoAsync(draft, Me, cancellation);
        Tell(words["Je pareltje is van de muur. Het is weer een concept dat alleen jij ziet."]);
        return RedirectToPage("/Sharing/Index", new { Id });
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var solution = (await catalogue.CardsAsync([draft.Solution!.Value], cancellation))[draft.Solution.Value];
        Card = cards.Of(solution, Request.PathBase).Look;
        PagePath = $"~/oplossingen/{solution.Slug}";
        Question = await questions.ForAsync(Me, solution.Id, cancellation);
        Address = site.Of($"oplossingen/{solution.Slug}");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Own;

/// <summary>Everything that one's own municipality could use, with the reasons; and what it put away.</summary>
internal sealed class ChancesModel(
    JoiningDb db, ReadOwn read, Suggest suggest, ICatalogue catalogue, IOrganisations organisations, Words words) : FormPage
{
    public const int Listed = 24;

    [BindProperty]
    public DismissForm Form { get; set; } = new();

    public Municipality? Municipality => organisations.FindMunicipality(Me.Organisation!.Value);

    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    /// <summary>What was put away, latest first.</summary>
    public IReadOnlyList<(SolutionCard Card, DismissedSuggestion Dismissed)> Dismissed { get; private set; } = [];

    /// <summary>Whether what was typed could not be saved and stands on top again.</summary>
    public bool WasWrong => !ModelState.IsValid;

    /// <summary>What that was about; null when it is not known.</summary>
    public SolutionCard? Typed { get; private set; }

    public bool MayDismiss => Municipality is not null && Me.Is(MembershipRole.Contributor);

    public IActionResult OnGet() => Municipality is null ? NotFound() : Page();

    /// <summary>"Leg weg": the suggestion does not come back.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayDismiss)
            return Forbid();
        var (us, solution) = (Me.Organisation!.Value, new SolutionId(Form.Solution));
        var dismissed = DismissedSuggestion.Of(us, solution, Form.Reason, organisations.Today);
        if ((await catalogue.CardsAsync([solution], cancellation)).GetValueOrDefault(solution) is not { } card)
            return NotFound();
        try
        {
            if (!await db.Dismissed.AnyAsync(each => Me.Lineage.Contains(each.Organisation) && each.Solution == solution, cancellation))
            {
                db.Dismissed.Add(dismissed);
                db.Record(new SuggestionDismissed(us, solution), Me.Actor);
                await db.SaveChangesAsync(cancellation);
            }
        }
        catch (Exception error) when (PlatformDb.MayHaveLost(error))
        {
            // A colleague put it away a moment ago. Then it is away, with that reason.
        }

        Tell(words["{0} is weggelegd en komt niet terug.", card.Title], Url.Page("/Own/Chances", "Restore", new { id = Form.Solution }));
        return RedirectToPage();
    }

    /// <summary>"Toch tonen".</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation)
    {
        if (!MayDismiss)
            return Forbid();
        var (us, solution) = (Me.Organisation!.Value, new SolutionId(id));
        if (await db.Dismissed.Where(each => Me.Lineage.Contains(each.Organisation) && each.Solution == solution).ToListAsync(cancellation) is { Count: > 0 } dismissed)
        {
            db.Dismissed.RemoveRange(dismissed);
            db.Record(new SuggestionRestored(us, solution), Me.Actor);
            await db.SaveChangesAsync(cancellation);
        }

        Tell(words["De kans staat er weer bij, als ze nog past."]);
        return RedirectToPage();
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var us = Me.Organisation!.Value;
        var facts = await read.OfAsync(us, cancellation);
        Suggestions = await suggest.ForAsync(us, facts, cancellation);
        SolutionId[] typed = WasWrong ? [new(Form.Solution)] : [];
        var cards = await catalogue.CardsAsync([.. facts.Dismissed.Select(each => each.Solution), .. typed], cancellation);
        Typed = typed.Select(solution => cards.GetValueOrDefault(solution)).FirstOrDefault();
        Dismissed = [.. facts.Dismissed.Where(each => cards.ContainsKey(each.Solution)).Select(each => (cards[each.Solution], each))];
    }

    /// <summary>Which suggestion does not fit, and why.</summary>
    internal sealed class DismissForm
    {
        public Guid Solution { get; set; }

        public string? Reason { get; set; }
    }
}

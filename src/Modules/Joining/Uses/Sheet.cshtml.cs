using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>The uses of an organisation as a spreadsheet: download, change, send, look at what changes, apply.</summary>
/// <remarks>Nothing is kept between looking and applying: the changes travel with the page, and are checked again.</remarks>
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest, ValueLengthLimit = MaxRequest)]
internal sealed class SheetModel(
    ReadUseSheet read, IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, Words words) : FormPage
{
    private const int MaxRequest = 10 << 20;

    [BindProperty]
    public SheetForm Form { get; set; } = new();

    public string Organisation => organisations.Find(Here)?.Name ?? "";

    /// <summary>What the sheet would do; null before one was sent.</summary>
    public SheetOutcome? Outcome { get; private set; }

    private OrganisationId Here => Me.Organisation!.Value;

    /// <summary>The file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        var own = await adoption.OwnUsesAsync(Here, cancellation);
        var cards = await catalogue.CardsAsync([.. own.Select(use => use.Solution)], cancellation);
        return File(
            UseSheet.Write(own.Where(use => use.RejectedOn is null && cards.ContainsKey(use.Solution)).Select(use => new AskedUse(use, cards[use.Solution]))
                .OrderBy(use => use.Card!.Title, StringComparer.CurrentCultureIgnoreCase)),
            "text/csv; charset=utf-8", "gebruik.csv");
    }

    /// <summary>Shows what would change.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Form.File is not { Length: > 0 } sent)
            throw new RuleViolation(nameof(Form.File), "Kies het werkblad dat je invulde.");
        Outcome = await read.RunAsync(sent, Here, cancellation);
        foreach (var trouble in Outcome.Troubles)
            ModelState.AddModelError($"Row{trouble.Row}.{trouble.Column}", words["Rij {0}, {1}: {2}", trouble.Row, trouble.Column, words[trouble.Message]]);
        Form = new() { Changes = JsonSerializer.Serialize(Outcome.Changes.Select(change => change.Decision)) };
        return Page();
    }

    /// <summary>Applies what was shown.</summary>
    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellation)
    {
        var decisions = Decisions();
        var cards = await catalogue.CardsAsync([.. decisions.Select(decision => decision.Solution)], cancellation);
        var outcomes = await adoption.DecideAsync(
            Here, [.. decisions.Where(decision => cards.ContainsKey(decision.Solution)).DistinctBy(decision => decision.Solution)],
            Form.Batch, confirms: true, organisations.Today, Me.Actor, cancellation);
        if (outcomes.FirstOrDefault(outcome => outcome.Trouble is not null) is { Trouble: { } trouble })
            throw new RuleViolation(nameof(Form.File), trouble);
        var changed = outcomes.Count(outcome => outcome.Changed);
        Tell(
            changed == 0 ? words["Dat stond er al zo."] : words.Count(changed, "1 wijziging is bewaard.", "{0} wijzigingen zijn bewaard."),
            changed == 0 ? null : Url.Page("/Uses/StillTrue", "Undo", new { batch = Form.Batch }));
        return Redirect(Url.Content("~/mijn/organisatie/gebruik"));
    }

    private List<UseDecision> Decisions()
    {
        try
        {
            return JsonSerializer.Deserialize<List<UseDecision>>(Form.Changes ?? "[]") is { } given && !given.Contains(null!) ? given : [];
        }
        catch (JsonException)
        {
            throw new RuleViolation(nameof(Form.File), "Er ging iets mis. Stuur het werkblad nog eens.");
        }
    }
}

/// <summary>A sheet, or what it would change.</summary>
internal sealed class SheetForm
{
    public Guid Batch { get; set; } = Guid.NewGuid();

    public IFormFile? File { get; set; }

    public string? Changes { get; set; }
}

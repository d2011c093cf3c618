using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>Ends an intention: it becomes a pilot, or they stop with a reason.</summary>
internal sealed class EndModel(CatalogueDb db, IOrganisations organisations, Words words) : IntentionPage(db)
{
    [BindProperty]
    public EndForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var state = Form.State is IntentionState.Pilot or IntentionState.Stopped
            ? Form.State.Value : throw new RuleViolation(nameof(Form.State), "Kies één antwoord.");
        Intention.End(state, await PilotAsync(cancellation), Form.Reason, organisations.Today);
        await SaveAsync(new IntentionEnded(Intention.Id, state, Intention.Pilot), cancellation);
        Tell(
            state == IntentionState.Pilot ? words["Mooi: jullie voornemen werd een pilot."] : words["Afgerond. Anderen lezen waarom jullie stopten."],
            PathOf("/afronden?handler=Reopen"));
        return Redirect(PathOf());
    }

    /// <summary>"Het gaat toch door", and "maak ongedaan".</summary>
    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellation)
    {
        Intention.Reopen(organisations.Today);
        await SaveAsync(new IntentionReopened(Intention.Id), cancellation);
        Tell(words["Jullie voornemen loopt weer. Anderen kunnen aansluiten."]);
        return Redirect(PathOf());
    }

    private async Task<SolutionId?> PilotAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Form.Pilot))
            return null;
        var slug = Lines.Clean(Form.Pilot).TrimEnd('/').Split('/')[^1];
        var found = await Db.Slugs.Where(each => each.Slug == slug).Select(each => (SolutionId?)each.Solution).SingleOrDefaultAsync(cancellation);
        return found ?? throw new RuleViolation(nameof(Form.Pilot), "Deze pagina kennen we niet. Plak het adres van een oplossing op deze site.");
    }
}

/// <summary>How it ends.</summary>
internal sealed class EndForm
{
    public IntentionState? State { get; set; }

    [MaxLength(300, ErrorMessage = "Houd het adres korter: hoogstens 300 tekens.")]
    public string? Pilot { get; set; }

    [MaxLength(Intention.ReasonLength, ErrorMessage = "Houd je uitleg korter: hoogstens 500 tekens.")]
    public string? Reason { get; set; }

    public static IReadOnlyList<Choice> States { get; } =
    [
        new(nameof(IntentionState.Pilot), "Het wordt een pilot", "Jullie gaan het proberen."),
        new(nameof(IntentionState.Stopped), "We stoppen", "Ook goed. Vertel kort waarom, daar leren anderen van."),
    ];
}

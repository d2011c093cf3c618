using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>"Wij gebruiken dit", "we sluiten aan", "we willen dit", and everything else an organisation says of its use of one solution.</summary>
internal sealed class UseModel(
    IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, IAuthorizationService authorization, Words words) : FormPage
{
    [BindProperty]
    public UseForm Form { get; set; } = new();

    /// <summary>The solution.</summary>
    public SolutionCard Solution { get; private set; } = null!;

    /// <summary>As it stands; null when the organisation has nothing to do with it yet.</summary>
    public OwnUse? Use { get; private set; }

    /// <summary>What somebody else made of it in the meantime.</summary>
    public OwnUse? Theirs { get; private set; }

    /// <summary>Whether what the reader says is confirmed at once.</summary>
    public bool Confirms { get; private set; }

    public string Organisation => organisations.Find(Me.Organisation!.Value)?.Name ?? "";

    /// <summary>Whether the reader may change something: after a coordinator confirmed it, only coordinators do.</summary>
    public bool MayChange => Confirms || Use is null or { ConfirmedOn: null, Via: null };

    /// <summary>The joint body that says so for the organisation, if one does.</summary>
    public OrganisationSummary? Via => Use?.Via is { } via ? organisations.Find(via) : null;

    /// <summary>The municipalities for which this organisation speaks, when it is a joint body.</summary>
    public IReadOnlyList<string> Members =>
        [.. organisations.Members.Of(Me.Organisation!.Value).Select(each => organisations.Find(each.Municipality)?.Name).OfType<string>().Order(StringComparer.CurrentCulture)];

    /// <summary>What can be said of it now.</summary>
    public IReadOnlyList<Choice> Answers =>
    [
        .. (Solution.Status == SolutionStatus.Archived && Use is null ? [] : (Choice[])
        [
            new(nameof(UseAnswer.Use), "Wij gebruiken dit"),
            new(nameof(UseAnswer.Plan), "Wij sluiten aan", "Vul hieronder in wanneer."),
            new(nameof(UseAnswer.Interested), "Wij willen dit", "Jullie zoeken het nog uit. Niemand anders ziet dit."),
        ]),
        .. (Confirms && Use is not null ? (Choice[])[new(nameof(UseAnswer.End), "Wij zijn gestopt", "Vul hieronder in wanneer en waarom.")] : []),
        .. (Confirms && Use?.Via is not null ? (Choice[])[new(nameof(UseAnswer.Reject), "Dit geldt niet voor ons", "Vul hieronder in waarom. Het telt dan nergens mee.")] : []),
        .. (Confirms && Use is { Waits: true } ? (Choice[])[new(nameof(UseAnswer.Reject), "Dit klopt niet en was nooit zo", "Vul hieronder in waarom. Het telt dan nergens mee.")] : []),
    ];

    public static IReadOnlyList<Choice> Agains { get; } =
    [
        .. Enum.GetValues<WouldAgain>().Select(again => new Choice(again.ToString(), again.Text())),
    ];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await catalogue.FindBySlugAsync((string)RouteData.Values["slug"]!, HttpContext.RequestAborted) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Solution = found;
        Use = await adoption.OwnUseAsync(Me.Organisation!.Value, found.Id, HttpContext.RequestAborted);
        Confirms = (await authorization.AuthorizeAsync(User, JoiningPolicies.Keep)).Succeeded;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => Form = UseForm.Of(Use);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = (await adoption.DecideAsync(
            Me.Organisation!.Value, [Form.ToDecision(Solution)], Form.Batch, Confirms, organisations.Today, Me.Actor, cancellation))[0];
        if (outcome.Clashes)
        {
            // The page shows what the other made of it, so saving again is meant.
            Theirs = Use = await adoption.OwnUseAsync(Me.Organisation!.Value, Solution.Id, cancellation);
            Form.Seen = Use?.Seen;
        }

        if (outcome.Trouble is { } trouble)
            throw new RuleViolation(Form.FieldOf(outcome.Field), trouble);
        Tell(!outcome.Changed ? words["Dat stond er al zo."]
            : Confirms ? words["Bewaard. Dit is nu bevestigd door {0}.", Organisation]
            : words["Bewaard. Een coördinator van {0} bevestigt het nog.", Organisation], outcome.Changed ? Url.Page("/Uses/Use", "Undo", new { slug = Solution.Slug, batch = Form.Batch }) : null);
        return Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}");
    }

    /// <summary>"Maak ongedaan".</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid batch, CancellationToken cancellation)
    {
        if (!MayChange && !Confirms)
            return NotFound();
        var undone = await adoption.UndoAsync(Me.Organisation!.Value, batch, organisations.Today, Me.Actor, cancellation);
        Tell(undone == 0 ? words["Er viel niets meer ongedaan te maken."] : words["Het staat weer zoals het was."]);
        return Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}");
    }
}

/// <summary>What an organisation says of its use.</summary>
internal sealed class UseForm
{
    public Guid Batch { get; set; } = Guid.NewGuid();

    public int? Seen { get; set; }

    /// <summary>A name of <see cref="UseAnswer"/>.</summary>
    [Required(ErrorMessage = "Kies één antwoord.")]
    public string? Answer { get; set; }

    public string? Since { get; set; }

    public string? EndedOn { get; set; }

    [MaxLength(UseLimits.ReasonLength, ErrorMessage = "Houd je uitleg korter: hoogstens 300 tekens.")]
    public string? Reason { get; set; }

    [MaxLength(UseLimits.VersionLength, ErrorMessage = "Houd de versie korter: hoogstens 40 tekens.")]
    public string? Version { get; set; }

    [MaxLength(UseLimits.ChangedLength, ErrorMessage = "Houd je tekst korter: hoogstens 2.000 tekens.")]
    public string? Changed { get; set; }

    public string? Again { get; set; }

    [MaxLength(UseLimits.ContactLength, ErrorMessage = "Houd de naam korter: hoogstens 120 tekens.")]
    public string? Contact { get; set; }

    public bool Hidden { get; set; }

    public static UseForm Of(OwnUse? use) => use is null ? new() { Seen = 0 } : new()
    {
        Seen = use.Seen,
        Answer = (use.State, use.RejectedOn) switch
        {
            (_, not null) => null,
            (UseState.Active, _) => nameof(UseAnswer.Use),
            (UseState.Planned, _) => nameof(UseAnswer.Plan),
            (UseState.Ended, _) => nameof(UseAnswer.End),
            _ => nameof(UseAnswer.Interested),
        },
        Since = AnswerRow.Value(use.Since),
        EndedOn = AnswerRow.Value(use.EndedOn),
        Reason = use.EndReason,
        Version = use.Details.Version,
        Changed = use.Details.Changed,
        Again = use.Details.Again?.ToString(),
        Contact = use.Details.Contact,
        Hidden = use.Details.Hidden,
    };

    public UseDecision ToDecision(SolutionCard solution)
    {
        var answer = Enum.TryParse<UseAnswer>(Answer, out var given) && given is not (UseAnswer.Confirm or UseAnswer.Keep) && Enum.IsDefined(given)
            ? given : throw new RuleViolation(nameof(Answer), "Kies één antwoord.");
        var since = Day(Since, nameof(Since));
        var ended = Day(EndedOn, nameof(EndedOn));
        WouldAgain? again = Enum.TryParse<WouldAgain>(Again, out var would) && Enum.IsDefined(would) ? would : null;
        return new(
            solution.Id, answer, answer == UseAnswer.End ? ended : since, Reason,
            new(answer == UseAnswer.Interested ? null : since, Version, Changed, again, Contact, Hidden), Seen);
    }

    /// <summary>The field of this form that goes with one of the decision.</summary>
    public string FieldOf(string field) => (field, Answer) switch
    {
        (nameof(UseDecision.On), nameof(UseAnswer.End)) => nameof(EndedOn),
        (nameof(UseDecision.On), _) => nameof(Since),
        ("", _) => "",
        _ => field,
    };

    private static DateOnly? Day(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : AnswerRow.Day(text) ?? throw new RuleViolation(field, "Schrijf de dag zo: 2026-11-28.");
}

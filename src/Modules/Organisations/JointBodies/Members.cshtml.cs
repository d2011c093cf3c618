using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Organisations.JointBodies;

/// <summary>Say who takes part in a joint body, and from when on.</summary>
internal sealed class MembersModel(JointBodyList list, ChangeMembers change, IOrganisations organisations, Words words) : FormPage
{
    private const string Joins = "komt", Leaves = "gaat";

    [BindProperty]
    public MemberForm Form { get; set; } = new();

    public OrganisationSummary JointBody { get; private set; } = null!;

    public IReadOnlyList<MemberLine> Members => list.MembersOf(JointBody);

    public static IReadOnlyList<Choice> Changes { get; } = [new(Joins, "Gaat meedoen"), new(Leaves, "Doet niet meer mee")];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (list.Find((string)RouteData.Values["slug"]!) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        JointBody = found;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => Form.On = organisations.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!DateOnly.TryParseExact(Form.On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
            throw new RuleViolation(nameof(Form.On), "Schrijf de dag zo: 2026-11-28.");
        var municipality = Meant(on);
        if (Form.What == Joins)
        {
            await change.JoinAsync(JointBody.Id, municipality, on, Me.Actor, cancellation);
            Tell(words["{0} doet mee vanaf {1}.", municipality.Name, Words.Day(on)]);
        }
        else
        {
            await change.LeaveAsync(JointBody.Id, municipality, on, Me.Actor, cancellation);
            Tell(words["{0} doet niet meer mee vanaf {1}.", municipality.Name, Words.Day(on)]);
        }

        return RedirectToPage(new { slug = JointBody.Slug });
    }

    private Municipality Meant(DateOnly on) => organisations.Match(Form.Municipality!, on) switch
    {
        { Organisation: { } found } when organisations.FindMunicipality(found.Id) is { } municipality => municipality,
        { Outcome: MatchOutcome.Ambiguous } =>
            throw new RuleViolation(nameof(Form.Municipality), "Deze naam is van meer dan een gemeente. Zet de provincie erachter."),
        _ => throw new RuleViolation(nameof(Form.Municipality), "Deze gemeente kennen we niet. Schrijf de naam voluit, of een code zoals GM0301."),
    };

    /// <summary>Who comes or goes, and when.</summary>
    internal sealed class MemberForm
    {
        [Required(ErrorMessage = "Vul de gemeente in.")]
        [MaxLength(NewOrganisation.MaxNameLength, ErrorMessage = "Maak de naam korter.")]
        public string? Municipality { get; set; }

        [Required(ErrorMessage = "Kies één antwoord.")]
        [AllowedValues(Joins, Leaves, ErrorMessage = "Kies één antwoord.")]
        public string? What { get; set; }

        [Required(ErrorMessage = "Schrijf de dag zo: 2026-11-28.")]
        public string? On { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>Who made or looks after a solution reports who uses it. Each of them says whether that is so.</summary>
/// <remarks>The answer is the same for a user that was known, that hides it or that rejected it: nothing of that leaks.</remarks>
internal sealed class ReportModel(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, Words words) : FormPage
{
    private const int SourceLength = 120;

    [BindProperty]
    public ReportForm Form { get; set; } = new();

    /// <summary>The solution.</summary>
    public SolutionCard Solution { get; private set; } = null!;

    protected override bool LimitsPosts => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await catalogue.FindBySlugAsync((string)RouteData.Values["slug"]!, HttpContext.RequestAborted) is not { } found
            || !await catalogue.LooksAfterAsync(found.Id, Me, HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        Solution = found;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var me = organisations.Find(Me.Organisation!.Value)!;
        var kind = me.Kind == OrganisationKind.Supplier ? ClaimKind.Supplier : ClaimKind.Steward;
        var source = me.Name.Length > SourceLength ? me.Name[..SourceLength] : me.Name;
        var users = Named().Where(user => user.Id != me.Id).ToList();
        await adoption.ClaimAsync(
            [.. users.Select(user => new UseClaim(Solution.Id, user.Id, UseState.Active, source, organisations.Today, Since: null) { Kind = kind })],
            Me.Actor, cancellation);
        Tell(words.Count(users.Count, "Bedankt. De gebruiker zegt zelf of het klopt.", "Bedankt. De {0} gebruikers zeggen zelf of het klopt."));
        return Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}");
    }

    private List<OrganisationSummary> Named()
    {
        var found = new List<OrganisationSummary>();
        foreach (var line in Form.Names!.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            found.Add(organisations.Match(line, organisations.Today) is { Outcome: MatchOutcome.Found, Organisation: { } user }
                ? user : throw new RuleViolation(nameof(Form.Names), words["‘{0}’ kennen we niet. Schrijf de naam van de gemeente voluit, met de provincie als er twee zijn.", line]));
        }

        return [.. found.DistinctBy(user => user.Id)];
    }
}

/// <summary>Who uses it.</summary>
internal sealed class ReportForm
{
    [Required(ErrorMessage = "Schrijf op wie dit gebruikt.")]
    [MaxLength(20_000, ErrorMessage = "Meld er minder tegelijk.")]
    public string? Names { get; set; }
}

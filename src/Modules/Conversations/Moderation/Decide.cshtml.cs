using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Moderation;

/// <summary>One contribution with its reports: hide it for a reason, or let it stand.</summary>
internal sealed class DecideModel(
    ConversationsDb db, ICatalogue catalogue, IAccounts accounts, DecideReports decide, Words words) : FormPage
{
    private IReadOnlyDictionary<PersonId, PersonSummary> people = new Dictionary<PersonId, PersonSummary>();

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public HideForm Form { get; set; } = new();

    public Contribution Contribution { get; private set; } = null!;

    public SolutionCard Solution { get; private set; } = null!;

    /// <summary>What waits for a decision.</summary>
    public IReadOnlyList<Report> Reports { get; private set; } = [];

    public string NameOf(PersonId person) => people.TryGetValue(person, out var known) ? known.Name : "Oud-medewerker";

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (id, cancellation) = (new ContributionId(Id), HttpContext.RequestAborted);
        if (await db.Contributions.FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } found
            || !(await catalogue.CardsAsync([found.Solution], cancellation)).TryGetValue(found.Solution, out var solution))
        {
            context.Result = NotFound();
            return;
        }

        (Contribution, Solution) = (found, solution);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await decide.HideAsync(Solution, Contribution, Form.Reason, Me, cancellation);
        Tell(words["De bijdrage is verborgen. De reden staat op de pagina."]);
        return RedirectToPage("/Moderation/Index");
    }

    public async Task<IActionResult> OnPostDismissAsync(CancellationToken cancellation)
    {
        await decide.DismissAsync(Contribution, Me, cancellation);
        Tell(words["De bijdrage blijft staan."]);
        return RedirectToPage("/Moderation/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Reports = await db.Reports.AsNoTracking().Where(each => each.Contribution == Contribution.Id && each.Decided == null)
            .OrderBy(each => each.Reported).ToListAsync(cancellation);
        people = await accounts.PeopleAsync(
            [.. Reports.Select(report => report.Reporter).Append(Contribution.Author).Distinct()], cancellation);
    }
}

/// <summary>What hiding asks.</summary>
internal sealed class HideForm
{
    [Required(ErrorMessage = "Schrijf waarom je dit verbergt. Iedereen kan dat lezen.")]
    [StringLength(Contribution.ReasonLength, ErrorMessage = "Maak het korter: hoogstens 500 tekens.")]
    public string Reason { get; set; } = "";
}

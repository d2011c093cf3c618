using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Conversations.Moderation;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Reporting;

/// <summary>Tell the editors that something should not stand there.</summary>
internal sealed class IndexModel(ConversationsDb db, ICatalogue catalogue, DecideReports reports, Words words) : FormPage
{
    private Contribution contribution = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReportForm Form { get; set; } = new();

    /// <summary>What it is about.</summary>
    public string Text => contribution.Text;

    /// <inheritdoc/>
    protected override bool LimitsPosts => true;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = new ContributionId(Id);
        if (await db.Contributions.FirstOrDefaultAsync(each => each.Id == id && each.Hidden == null, HttpContext.RequestAborted) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        contribution = found;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await reports.ReportAsync(contribution, Form.Reason, Me, cancellation);
        Tell(words["Dank je. De redactie kijkt ernaar."]);
        var solution = (await catalogue.CardsAsync([contribution.Solution], cancellation))[contribution.Solution];
        return Redirect($"{Request.PathBase}/oplossingen/{solution.Slug}#bijdrage-{contribution.Id}");
    }
}

/// <summary>What a report asks.</summary>
internal sealed class ReportForm
{
    [Required(ErrorMessage = "Schrijf op wat er mis is.")]
    [StringLength(Report.ReasonLength, ErrorMessage = "Maak het korter: hoogstens 500 tekens.")]
    public string Reason { get; set; } = "";
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Catalogue.Choosing;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Merging;

/// <summary>Anyone who is signed in tells the editors that two solutions are the same.</summary>
internal sealed class ReportModel(CatalogueDb db, DecideProposals proposals, ChooseSolution choose, Words words) : StewardshipPage(db)
{
    [BindProperty]
    public ReportForm Form { get; set; } = new();

    /// <summary>The words with which the other one is sought.</summary>
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Text { get; set; }

    public IReadOnlyList<SolutionCard> Found { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var other = await choose.FindAsync(Form.Other, cancellation)
            ?? throw new RuleViolation(nameof(ReportForm.Other), "Kies een oplossing uit de lijst.");
        await proposals.ProposeAsync(Solution.Id, other.Id, Lines.Clean(Form.Why), Me, cancellation);
        Tell(words["Dank je wel. De redactie kijkt ernaar."]);
        return Redirect(PathOf());
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) =>
        solutions.Where(solution => solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed);

    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Found = await choose.ForAsync(Solution.Id, Text, cancellation);
}

/// <summary>What is the same, and how one sees that.</summary>
internal sealed class ReportForm
{
    [Required(ErrorMessage = "Kies een oplossing uit de lijst.")]
    public string? Other { get; set; }

    [StringLength(MergeProposal.WhyLength, ErrorMessage = "Maak de tekst korter: hoogstens 400 tekens.")]
    public string? Why { get; set; }
}

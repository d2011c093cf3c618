using Microsoft.AspNetCore.Mvc;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Choosing;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Archiving;

/// <summary>End a solution: choose what takes its place, or say why it ends.</summary>
internal sealed class ArchiveModel(CatalogueDb db, ArchiveSolution archive, ChooseSolution choose, IAdoption adoption, Words words)
    : StewardshipPage(db)
{
    [BindProperty]
    public ArchiveForm Form { get; set; } = new();

    /// <summary>The words with which a successor is sought.</summary>
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Text { get; set; }

    /// <summary>What can be chosen as successor.</summary>
    public IReadOnlyList<SolutionCard> Found { get; private set; } = [];

    /// <summary>How many users will hear of it.</summary>
    public int Users => adoption.UsersOf(Solution.Id).Users.Count;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var successor = string.IsNullOrEmpty(Form.Successor) ? null : await choose.FindAsync(Form.Successor, cancellation)
            ?? throw new RuleViolation(nameof(ArchiveForm.Successor), "Kies een oplossing uit de lijst.");
        await archive.RunAsync(Solution, successor, Lines.Clean(Form.Reason), Me, cancellation);
        Tell(words["Dit is gestopt. De pagina blijft staan."], PathOf("/terughalen"));
        return Redirect(PathOf());
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) => solutions.EditableBy(Me)
        .Where(solution => solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed);

    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Found = await choose.ForAsync(Solution.Id, Text, cancellation);
}

/// <summary>What takes its place, and why.</summary>
internal sealed class ArchiveForm
{
    /// <summary>The id of the successor; empty when there is none.</summary>
    public string? Successor { get; set; } = "";

    public string? Reason { get; set; }
}

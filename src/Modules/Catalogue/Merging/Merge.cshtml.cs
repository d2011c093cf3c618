using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Choosing;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Merging;

/// <summary>An editor sees two solutions side by side, chooses what the one that goes on says, and makes them one.</summary>
internal sealed class MergeModel(
    CatalogueDb db, MergeSolutions merge, MergeTexts texts, DecideProposals proposals, ChooseSolution choose, IAdoption adoption,
    IOrganisations organisations, Words words) : StewardshipPage(db)
{
    [BindProperty]
    public MergeForm Form { get; set; } = new();

    /// <summary>The address of the other one.</summary>
    [BindProperty(SupportsGet = true, Name = "met")]
    public string? With { get; set; }

    /// <summary>The words with which the other one is sought.</summary>
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Text { get; set; }

    public Solution? Other { get; private set; }

    public IReadOnlyList<SolutionCard> Found { get; private set; } = [];

    public IReadOnlyList<PartChoice> Choices { get; private set; } = [];

    /// <summary>What goes along, in sentences.</summary>
    public IReadOnlyList<string> Moves { get; private set; } = [];

    public MergeSide Left => Side(Solution);

    public MergeSide Right => Side(Other!);

    public string ChosenOf(PartChoice choice) => Form.Choice.GetValueOrDefault(choice.Part.Name, MergeForm.Own);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindOtherAsync(cancellation) is not { } other)
            return NotFound();
        var reason = Lines.Clean(Form.Reason);
        if (reason.Length == 0)
            throw new RuleViolation(nameof(MergeForm.Reason), "Schrijf op waarom ze hetzelfde zijn.");
        var taken = texts.Choices(Solution, other)
            .Where(choice => !choice.IsOpen || Form.Choice.GetValueOrDefault(choice.Part.Name) == MergeForm.Other)
            .Select(choice => choice.Part.Name).ToList();
        var done = await merge.RunAsync(other, Solution, taken, reason, Me, cancellation);
        Tell(words["“{0}” is hierin opgegaan.", other.Title], PathOf($"/samenvoegingen/{done.Id}/ongedaan"));
        return Redirect(PathOf());
    }

    /// <summary>The button "Niet hetzelfde".</summary>
    public async Task<IActionResult> OnPostDifferentAsync(CancellationToken cancellation)
    {
        if (await FindOtherAsync(cancellation) is not { } other)
            return NotFound();
        await proposals.DifferentAsync(Solution.Id, other.Id, Me, cancellation);
        Tell(words["Onthouden: deze twee zijn niet hetzelfde."], DecideProposals.ReopenPath(Request.PathBase, Solution.Id, other.Id));
        return Redirect($"{Request.PathBase}/redactie/dubbel");
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) =>
        solutions.Where(solution => solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed);

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        // When somebody else was first, both are read anew.
        if (!ModelState.IsValid)
            Reread(await Db.Solutions.SingleAsync(each => each.Id == Solution.Id, cancellation));
        Other = await FindOtherAsync(cancellation);
        if (Other is null)
        {
            Found = await choose.ForAsync(Solution.Id, Text, cancellation);
            return;
        }

        Choices = texts.Choices(Solution, Other);
        Moves = await MovesAsync(Other, cancellation);
    }

    private async Task<Solution?> FindOtherAsync(CancellationToken cancellation)
    {
        var ids = Db.Slugs.Where(slug => slug.Slug == With).Select(slug => slug.Solution);
        return With is null ? null : await Db.Solutions.Public().SingleOrDefaultAsync(
            solution => ids.Contains(solution.Id) && solution.Id != Solution.Id, cancellation);
    }

    private async Task<IReadOnlyList<string>> MovesAsync(Solution other, CancellationToken cancellation)
    {
        var theirs = adoption.UsersOf(other.Id).Users.Select(use => use.User).ToHashSet();
        var both = adoption.UsersOf(Solution.Id).Users.Count(use => theirs.Contains(use.User));
        var sources = await Db.Sources.CountAsync(source => source.Solution == other.Id, cancellation);
        var slugs = await Db.Slugs.CountAsync(slug => slug.Solution == other.Id, cancellation);
        var relations = await Db.Relations.CountAsync(each => each.From == other.Id || each.To == other.Id, cancellation);
        var alone = Choices.Where(choice => !choice.IsOpen).Select(choice => words[choice.Part.Label]).ToList();
        return
        [
            words.Count(theirs.Count, "1 gebruiker", "{0:N0} gebruikers")
                + (both > 0 ? words[", waarvan {0:N0} allebei gebruikt: het beste bewijs telt", both] : ""),
            words["Vragen, reacties en volgers"],
            words.Count(slugs, "1 adres leidt straks hierheen", "{0:N0} adressen leiden straks hierheen"),
            .. sources > 0 ? [words.Count(sources, "1 vermelding in een bron: een import gaat hier verder", "{0:N0} vermeldingen in bronnen: een import gaat hier verder")] : Array.Empty<string>(),
            .. relations > 0 ? [words.Count(relations, "1 verwijzing van of naar een andere oplossing", "{0:N0} verwijzingen van of naar andere oplossingen")] : Array.Empty<string>(),
            .. alone.Count > 0 ? [words["Is nog leeg en komt van de ander: {0}", string.Join(", ", alone)]] : Array.Empty<string>(),
            .. Solution.Steward is null && other.Steward is { } steward ? [words["{0} wordt de beheerder", steward.Name]] : Array.Empty<string>(),
            words["Alle versies van de ander blijven te lezen"],
        ];
    }

    private MergeSide Side(Solution solution) => new(
        SolutionCards.CardOf(solution), solution.Origin is { } maker ? organisations.Find(maker) : null, adoption.UsersOf(solution.Id));
}

/// <summary>Which text stays of each part, and why the two are the same.</summary>
internal sealed class MergeForm
{
    /// <summary>What a form posts for a part.</summary>
    public const string Own = "own", Other = "other";

    public Dictionary<string, string> Choice { get; set; } = [];

    [Required(ErrorMessage = "Schrijf op waarom ze hetzelfde zijn.")]
    [StringLength(SolutionMerge.ReasonLength, ErrorMessage = "Maak de reden korter: hoogstens 380 tekens.")]
    public string? Reason { get; set; }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Adoption;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>The page of one solution.</summary>
internal sealed class DetailsModel(
    ReadSolution solutions, IOrganisations organisations, Words words) : PageModel
{
    private const int Million = 1_000_000;

    public SolutionPage Shown { get; private set; } = null!;

    public SolutionDetails Solution => Shown.Solution;

    /// <summary>Whether the reader may change the text.</summary>
    public bool MayEdit => Solution.IsEditableBy(CurrentPerson.Of(User));

    /// <summary>Whether the reader may say that it is still true.</summary>
    public bool MayConfirm => Solution.IsLookedAfterBy(CurrentPerson.Of(User))
        && Solution.Status is SolutionStatus.Published or SolutionStatus.Unconfirmed;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => Solution.Status == SolutionStatus.Archived;

    /// <summary>What other rooms have to say about it.</summary>
    public IReadOnlyList<SolutionSection> Sections { get; private set; } = [];

    /// <summary>Where the reader joins, if somewhere; null for who uses it already.</summary>
    public string? Join => CurrentPerson.Of(User)?.Organisation is { } own && Shown.Users.Users.Any(use => use.User == own && use.State == UseState.Active)
        ? null
        : Sections.Select(section => section.Join).LastOrDefault(join => join is not null);

    /// <summary>The language of what writers wrote, when it differs from that of the page.</summary>
    public static string? WrittenIn => Words.IsEnglish ? "nl" : null;

    /// <summary>People reached, in words for a big number: "1,2 miljoen".</summary>
    public string? PeopleReached => Shown.Reach?.People switch
    {
        null => null,
        >= Million and var people => words["{0:0.0} miljoen", (double)people / Million],
        var people => words["{0:N0}", people],
    };

    /// <summary>The message of the map.</summary>
    public string MapMessage
    {
        get
        {
            var message = words.Count(
                Shown.Map.Using.Count, "1 van de {1:N0} gemeenten gebruikt {2}.", "{0:N0} van de {1:N0} gemeenten gebruiken {2}.", organisations.Current.Count, Solution.Title);
            return Shown.Told.MostIn is { } province ? $"{message} {words["De meeste liggen in {0}.", province]}" : message;
        }
    }

    /// <summary>What the line of growth says.</summary>
    public string? SpreadMessage => Shown.Spread is not { } spread
        ? null
        : words["Van {0:N0} in {1} naar {2:N0} nu.", spread.Periods[0].Total, spread.Periods[0].Year, spread.Periods[^1].Total]
            + (spread.BestYear is { } best ? " " + words["De meeste begonnen in {0}.", best] : "");

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await solutions.FindAsync(slug, cancellation) is not { } solution)
            return NotFound();
        (Shown, Sections) = await solutions.PageAsync(solution, Request.PathBase, CurrentPerson.Of(User), cancellation);
        return Page();
    }

    /// <summary>The address of a solution, or of a page below it.</summary>
    public string PathOf(string slug, string below = "") => $"{Request.PathBase}/oplossingen/{slug}{below}";

    /// <summary>The address as people copy it from paper.</summary>
    public string AddressOnPaper => $"{Request.Scheme}://{Request.Host}{PathOf(Solution.Slug)}";

    /// <summary>Where an organisation has its page, if it has one.</summary>
    public string? PathOf(OrganisationSummary? organisation) => organisation?.Path is { } path ? Request.PathBase + path : null;

    /// <summary>The name of an organisation, as a link when it has a page.</summary>
    public Markup LinkTo(OrganisationSummary organisation) => PathOf(organisation) is { } path
        ? Markup.Of($"<a class=\"utrecht-link\" href=\"{path}\">{organisation.Name}</a>") : Markup.Of($"{organisation.Name}");

    /// <summary>A text as its paragraphs.</summary>
    public static IEnumerable<string> Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

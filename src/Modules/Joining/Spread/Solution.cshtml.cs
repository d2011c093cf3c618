using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>How one solution spread: the line, the map month by month, and who started when.</summary>
/// <remarks>All of it is counted when the page asks, which keeps what it made of it until something changes.</remarks>
internal sealed class SpreadModel(
    KeptSpread platform, ICatalogue catalogue, IAdoption adoption, IOrganisations organisations, Words words) : PageModel
{
    private UsersOfSolution users = UsersOfSolution.None;

    public SolutionCard Card { get; private set; } = null!;

    /// <summary>Another text after each change, of any solution.</summary>
    public string Round { get; private set; } = "";

    /// <summary>The month that the address asks for, if it is one.</summary>
    public Month? Asked { get; private set; }

    public SolutionSpread Spread => field ??= SolutionSpread.Of(Card, users, organisations);

    /// <summary>The name of an organisation; null when it is not known.</summary>
    public string? NameOf(OrganisationId organisation) => organisations.Find(organisation)?.Name;

    /// <summary>The map month by month; null when no start is known.</summary>
    public MonthsView? Months()
    {
        var growth = Growth.Of(users.Users, organisations);
        return growth.Months.Count > 0 ? new(growth, Asked, "Gemeenten die het gebruikten: {0:N0}") : null;
    }

    /// <summary>Who uses it, the first one first; of whom the start is not known last.</summary>
    public IReadOnlyList<(OrganisationSummary Who, UserOf Use)> Users() =>
    [
        .. users.Users.Where(user => user.State == UseState.Active)
            .Select(user => (Who: organisations.Find(user.User)!, Use: user)).Where(each => each.Who is not null)
            .OrderBy(each => each.Use.Since ?? DateOnly.MaxValue).ThenBy(each => each.Who.Slug, StringComparer.Ordinal),
    ];

    /// <summary>The figures at the top.</summary>
    public IEnumerable<Fact> Facts()
    {
        yield return new(words["{0:N0}×", Spread.Active], "gebruikt, 1× gemaakt");
        if (Spread.Confirmed > 0)
            yield return new(words["{0:N0}", Spread.Confirmed], "daarvan bevestigd");
        if (Spread.People > 0)
            yield return new(words["{0:N0}", Spread.People], "inwoners in de gemeenten die dit bevestigden");
        if (Spread.DaysToFifth is { } days)
            yield return new(words["{0:N0}", days], "dagen van delen tot de vijfde gebruiker");
    }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "maand")] string? month, CancellationToken cancellation)
    {
        Round = platform.Round;
        if (await catalogue.FindBySlugAsync(slug, cancellation) is not { } card)
            return NotFound();
        (Card, Asked, users) = (card, Month.Parse(month), adoption.UsersOf(card.Id));
        return Page();
    }
}

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
internal sealed class SpreadModel(ICatalogue catalogue, IAdoption adoption, IOrganisations organisations, Words words) : PageModel
{
    public SolutionSpread Spread { get; private set; } = null!;

    public SolutionCard Card => Spread.Card;

    public MonthsView? Months { get; private set; }

    /// <summary>Who uses it, the first one first; of whom the start is not known last.</summary>
    public IReadOnlyList<(OrganisationSummary Who, UserOf Use)> Users { get; private set; } = [];

    /// <summary>The name of an organisation; null when it is not known.</summary>
    public string? NameOf(OrganisationId organisation) => organisations.Find(organisation)?.Name;

    /// <summary>The figures at the top.</summary>
    public IEnumerable<Fact> Facts
    {
        get
        {
            yield return new(words["{0:N0}×", Spread.Active], "gebruikt, 1× gemaakt");
            if (Spread.Confirmed > 0)
                yield return new(words["{0:N0}", Spread.Confirmed], "daarvan bevestigd");
            if (Spread.People > 0)
                yield return new(words["{0:N0}", Spread.People], "inwoners bereikt");
            if (Spread.DaysToFifth is { } days)
                yield return new(words["{0:N0}", days], "dagen van delen tot de vijfde gebruiker");
        }
    }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "maand")] string? month, CancellationToken cancellation)
    {
        if (await catalogue.FindBySlugAsync(slug, cancellation) is not { } card)
            return NotFound();
        var users = adoption.UsersOf(card.Id);
        Spread = SolutionSpread.Of(card, users, organisations);
        var growth = Growth.Of(users.Users, organisations);
        if (growth.Months.Count > 0)
            Months = new(growth, month, "Gemeenten die het gebruikten: {0:N0}");
        Users =
        [
            .. users.Users.Where(user => user.State == UseState.Active)
                .Select(user => (Who: organisations.Find(user.User)!, Use: user)).Where(each => each.Who is not null)
                .OrderBy(each => each.Use.Since ?? DateOnly.MaxValue).ThenBy(each => each.Who.Slug, StringComparer.Ordinal),
        ];
        return Page();
    }
}

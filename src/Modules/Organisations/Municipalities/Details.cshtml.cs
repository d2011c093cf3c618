using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Parelmuur.Organisations.Municipalities;

/// <summary>Who a municipality is, where it came from, whom it is like, and what other rooms know of it.</summary>
internal sealed class DetailsModel(
    MunicipalityRegister register, IOrganisations organisations, IEnumerable<IMunicipalitySection> rooms) : PageModel
{
    private const int PeerCount = 12;

    public Municipality Municipality { get; private set; } = null!;

    public IReadOnlyList<Municipality> Successors { get; private set; } = [];

    public IReadOnlyList<PeerMunicipality> Peers { get; private set; } = [];

    public IReadOnlyList<TimelineEvent> Timeline { get; private set; } = [];

    public IReadOnlyList<MunicipalitySection> Sections { get; private set; } = [];

    public bool HasEnded => Municipality.ValidUntil <= organisations.Today;

    /// <summary>Every municipality of all times by code, for the names in the notes.</summary>
    public string NameOf(MunicipalityCode code) => register.Find(code)?.Name ?? code.Value;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (register.FindBySlug(slug) is not { } municipality)
            return Elsewhere(slug);

        Municipality = municipality;
        var today = organisations.Today;
        Successors = HasEnded ? register.SuccessorsOn(municipality, today) : [];
        Peers = organisations.Peers(municipality.Id, PeerCount, today);
        Timeline = MunicipalityTimeline.Of(municipality, register);
        List<MunicipalitySection> sections = [];
        foreach (var room in rooms.OrderBy(room => room.Order))
        {
            if (await room.ForAsync(municipality, cancellation) is { } section)
                sections.Add(section);
        }

        Sections = sections;
        return Page();
    }

    // A code, another name or capitals in an old link: the one permanent address is the slug.
    private IActionResult Elsewhere(string asked) =>
        organisations.Match(asked.Replace('-', ' '), organisations.Today).Organisation is { Code: not null } meant
            ? RedirectToPagePermanent("/Municipalities/Details", new { slug = meant.Slug })
            : NotFound();
}

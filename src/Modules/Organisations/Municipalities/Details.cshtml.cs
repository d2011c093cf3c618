using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Organisations.Municipalities;

/// <summary>Who a municipality is, where it came from, whom it is like, and what other rooms know of it.</summary>
internal sealed class DetailsModel(
    MunicipalityRegister register, IOrganisations organisations, IEnumerable<IMunicipalitySection> rooms, IEnumerable<IMunicipalityUses> uses) : PageModel
{
    private const int PeerCount = 12;

    public Municipality Municipality { get; private set; } = null!;

    public IReadOnlyList<Municipality> Successors { get; private set; } = [];

    public IReadOnlyList<PeerMunicipality> Peers { get; private set; } = [];

    public IReadOnlyList<TimelineEvent> Timeline { get; private set; } = [];

    /// <summary>The joint bodies in which it takes part.</summary>
    public IReadOnlyList<OrganisationSummary> JointBodies =>
        [.. organisations.Members.JointBodiesOf(Municipality.Id).Select(each => organisations.Find(each.JointBody)).OfType<OrganisationSummary>().OrderBy(each => each.Slug, StringComparer.Ordinal)];

    public IReadOnlyList<MunicipalitySection> Sections { get; private set; } = [];

    /// <summary>This one in a ring and who is like it filled; of one that ended, who carries on.</summary>
    public HexMapData Map => new()
    {
        Uses = Cells(HasEnded ? Successors : Peers.Select(peer => peer.Municipality)),
        Ours = Cells([Municipality]),
        // Two names side by side would cover each other.
        Names = (HasEnded ? Successors : [Municipality]) is [{ Hex: { } cell, Name: var name }] ? [new HexName(cell, name)] : [],
    };

    /// <summary>What the map says, in Dutch with {0} for the name.</summary>
    public string MapMessage => HasEnded
        ? "De gevulde zeshoeken zijn de gemeenten waar {0} nu bij hoort."
        : "De ring is {0}. De gevulde zeshoeken zijn gemeenten die erop lijken.";

    public bool HasEnded => Municipality.ValidUntil <= organisations.Today;

    /// <summary>How many solutions it uses, where that is known.</summary>
    public int? Uses { get; private set; }

    /// <summary>The figures that are known: first what it uses.</summary>
    public IReadOnlyList<Fact> Figures(Words words)
    {
        (int? Value, string Meaning)[] figures =
        [
            (Uses, Uses == 1 ? "oplossing in gebruik" : "oplossingen in gebruik"),
            (Municipality.Inhabitants?.Count, "inwoners"),
        ];
        return [.. figures.Where(each => each.Value is not null).Select(each => new Fact(words["{0:N0}", each.Value], each.Meaning))];
    }

    /// <summary>Where the figures come from and what they leave out, as sentences for <c>Words</c>.</summary>
    public IEnumerable<(string Dutch, object?[] Values)> FigureNotes
    {
        get
        {
            if (Municipality.Inhabitants is not { } people)
                yield break;
            yield return ("Inwoners op 1 januari {0}. Bron: {1}.", [$"{people.Year}", people.Source]);
            if (Municipality.Predecessors.Any(link => link.Date.Year > people.Year))
                yield return ("Herindelingen daarna zijn erbij opgeteld.", []);
            if (people.Lacks is { } lacks)
                yield return ("Het deel van {0} is nog niet meegeteld.", [register.Find(lacks)?.Name]);
            if (people.IncludesAllOf is { } all)
                yield return ("Heel {0} is meegeteld, ook het deel dat naar een andere gemeente ging.", [register.Find(all)?.Name]);
        }
    }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (register.FindBySlug(slug) is not { } municipality)
            return Elsewhere(slug);

        Municipality = municipality;
        var today = organisations.Today;
        Successors = HasEnded ? register.SuccessorsOn(municipality, today) : [];
        Peers = organisations.Peers(municipality.Id, PeerCount, today);
        Timeline = MunicipalityTimeline.Of(municipality, register);
        if (uses.LastOrDefault() is { } counts && (await counts.CountAsync(cancellation)).TryGetValue(municipality.Id, out var count))
            Uses = count;
        List<MunicipalitySection> sections = [];
        foreach (var room in rooms.OrderBy(room => room.Order))
        {
            if (await room.ForAsync(municipality, cancellation) is { } section)
                sections.Add(section);
        }

        Sections = sections;
        return Page();
    }

    private static HexSet Cells(IEnumerable<Municipality> municipalities) =>
        HexSet.Of(municipalities.Select(each => each.Hex).OfType<HexCell>());

    // A code, another name or capitals in an old link: the one permanent address is the slug.
    private IActionResult Elsewhere(string asked)
    {
        var match = organisations.Match(asked.Replace('-', ' '), organisations.Today);
        return match switch
        {
            { Organisation.Code: not null } =>
                RedirectToPagePermanent("/Municipalities/Details", new { slug = match.Organisation.Slug }),
            { Outcome: MatchOutcome.Ambiguous } => RedirectToPage("/Municipalities/Index", new { naam = asked }),
            _ => NotFound(),
        };
    }
}

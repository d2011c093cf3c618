using Microsoft.AspNetCore.Mvc;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Own;

/// <summary>One's own municipality side by side with up to four others: who uses what.</summary>
internal sealed class CompareModel(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations) : FormPage
{
    public const int Most = 4, PageSize = 50;
    private const int PeerCount = 12;

    /// <summary>Slugs or names of the others.</summary>
    [BindProperty(SupportsGet = true, Name = "met")]
    public List<string> With { get; set; } = [];

    /// <summary>Whether only what the own municipality lacks is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "mist")]
    public bool OnlyMissing { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public Municipality Own { get; private set; } = null!;

    public IReadOnlyList<PeerMunicipality> Peers { get; private set; } = [];

    /// <summary>With whom is compared; at first the nearest peers.</summary>
    public IReadOnlyList<Municipality> Others { get; private set; } = [];

    /// <summary>What was asked and is no municipality of today.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    /// <summary>Whether more than four were asked.</summary>
    public bool TooMany { get; private set; }

    /// <summary>What any of them uses, most of them first.</summary>
    public IReadOnlyList<ComparedSolution> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (organisations.FindMunicipality(Me.Organisation!.Value) is not { } own)
            return NotFound();
        Own = own;
        Peers = organisations.Peers(own.Id, PeerCount, organisations.Today);
        Choose();
        var all = (Municipality[])[own, .. Others];
        var uses = all.Select(each => adoption.UsesBy(each.Id).ToDictionary(use => use.Solution, use => use.Use)).ToList();
        // Others do not see what a municipality hides; it does so itself.
        foreach (var use in await adoption.OwnUsesAsync(own.Id, cancellation))
        {
            if (use is { Details.Hidden: true, RejectedOn: null, Moved: false, State: UseState.Active or UseState.Planned })
                uses[0][use.Solution] = new(own.Id, use.State, use.ProofOn(organisations.Today), use.Since, use.ConfirmedOn, use.ClaimedBy, use.ClaimedOn) { Via = use.Via };
        }

        var cards = await catalogue.CardsAsync([.. uses.SelectMany(each => each.Keys).Distinct()], cancellation);
        var rows = cards.Where(pair => pair.Key == pair.Value.Id)
            .Select(pair => new ComparedSolution(pair.Value, [.. uses.Select(each => each.GetValueOrDefault(pair.Key))]))
            .Where(row => !OnlyMissing || row.Uses[0] is null)
            .OrderByDescending(row => row.Uses.Count(use => use is not null)).ThenBy(row => row.Card.Slug, StringComparer.Ordinal).ToList();
        Total = rows.Count;
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Rows = [.. rows.Skip((Number - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    /// <summary>The name of a joint body.</summary>
    public string? NameOf(OrganisationId organisation) => organisations.Find(organisation)?.Name;

    /// <summary>The address of a page of the same comparison.</summary>
    public string PageUrl(int number) => Url.Page("/Own/Compare", new { met = With, mist = OnlyMissing ? "true" : null, pagina = number })!;

    private void Choose()
    {
        var asked = With.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (asked.Count == 0)
        {
            Others = [.. Peers.Take(Most - 1).Select(peer => peer.Municipality)];
            return;
        }

        var found = asked.Select(text => (text, Municipality: Find(text))).ToList();
        Unknown = [.. found.Where(each => each.Municipality is null).Select(each => each.text)];
        var others = found.Select(each => each.Municipality).OfType<Municipality>().Where(each => each.Id != Own.Id).DistinctBy(each => each.Id).ToList();
        TooMany = others.Count > Most;
        Others = [.. others.Take(Most)];
    }

    private Municipality? Find(string text) =>
        (organisations.FindMunicipalityBySlug(text)
            ?? (organisations.Match(text, organisations.Today).Organisation is { } match ? organisations.FindMunicipality(match.Id) : null))
        is { } municipality ? organisations.OfToday(municipality.Id) : null;
}

/// <summary>One solution with the use of each municipality that is compared; the own one first, null for who does not use it.</summary>
internal sealed record ComparedSolution(SolutionCard Card, IReadOnlyList<UserOf?> Uses);

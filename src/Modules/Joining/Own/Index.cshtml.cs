using Microsoft.AspNetCore.Mvc;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Joining.Rollouts;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Own;

/// <summary>The page of one's own municipality: what it uses, could use, made and must confirm.</summary>
internal sealed class OwnModel(
    ReadOwn read, Suggest suggest, IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, Words words) : FormPage
{
    public const int Listed = 5, Suggested = 3, MonthsAhead = 2;

    private IReadOnlyDictionary<SolutionId, SolutionCard> cards = new Dictionary<SolutionId, SolutionCard>();
    private OwnFacts facts = new([], [], []);

    public Municipality Municipality { get; private set; } = null!;

    /// <summary>What it uses now, most used elsewhere first.</summary>
    public IReadOnlyList<(SolutionCard Card, OwnUse Use, int Others)> Used { get; private set; } = [];

    /// <summary>What it could use, best first.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    /// <summary>What it made, with what that asks of its people; what must be done soonest first, and then the latest.</summary>
    public IReadOnlyList<(SolutionCard Card, int Users, SolutionDuty? Duty)> Made { get; private set; } = [];

    /// <summary>Uses that others stated and that wait for an answer.</summary>
    public int Claims => facts.Uses.Count(use => use.Waits);

    /// <summary>Uses whose confirmation ends within two months, or ended; the oldest first.</summary>
    public IReadOnlyList<(SolutionCard Card, DateOnly Until)> ToConfirm { get; private set; } = [];

    /// <summary>Its roll-outs that go on, and those that were finished last.</summary>
    public IReadOnlyList<(SolutionCard Card, RolloutLine Line)> Rollouts { get; private set; } = [];

    /// <summary>The municipalities that use something that this one uses too.</summary>
    public HexMapData Map { get; private set; } = HexMapData.Empty;

    public int Sharing => Map.Uses.Count;

    public DateOnly Today => organisations.Today;

    /// <summary>Who carries on its work, when the municipality has ended; else nobody.</summary>
    public IReadOnlyList<Municipality> Successors =>
        Municipality.ValidUntil <= Today ? organisations.SuccessorsOn(Municipality.Id, Today) : [];

    /// <summary>The name of a joint body.</summary>
    public string? NameOf(OrganisationId organisation) => organisations.Find(organisation)?.Name;

    public bool MayKeep => Me.Is(MembershipRole.Coordinator);

    /// <summary>The figures at the top.</summary>
    public IEnumerable<Fact> Facts
    {
        get
        {
            yield return new(words["{0:N0}", Used.Count], Used.Count == 1 ? "oplossing in gebruik" : "oplossingen in gebruik");
            yield return new(words["{0:N0}", Suggestions.Count], Suggestions.Count == 1 ? "kans voor jullie" : "kansen voor jullie");
            yield return new(words["{0:N0}", Made.Count], "keer gemaakt voor anderen");
            yield return new(words["{0:N0}", Claims + ToConfirm.Count], "te bevestigen");
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (organisations.FindMunicipality(Me.Organisation!.Value) is not { } municipality)
            return Redirect(Url.Content("~/mijn/organisatie/gebruik"));
        Municipality = municipality;
        facts = await read.OfAsync(municipality.Id, cancellation);
        cards = await catalogue.CardsAsync([.. facts.Uses.Select(use => use.Solution).Union(facts.Made)
            .Union(facts.Rollouts.Select(line => line.Rollout.Solution))], cancellation);
        Suggestions = await suggest.ForAsync(municipality.Id, facts, cancellation);
        Used = [.. Known(facts.Uses.Where(use => use is { State: UseState.Active, Waits: false, RejectedOn: null }))
            .Select(each => (each.Card, each.Use, Others: Math.Max(0, adoption.UsersOf(each.Card.Id).Active - 1)))
            .OrderByDescending(each => each.Others).ThenBy(each => each.Card.Slug, StringComparer.Ordinal)];
        Made = [.. facts.Made.Where(cards.ContainsKey).Select(id => (Card: cards[id], adoption.UsersOf(id).Active, Duty: facts.Duties.GetValueOrDefault(id)))
            .OrderBy(each => each.Duty?.ConfirmBefore ?? DateOnly.MaxValue).ThenBy(each => each.Duty is null)];
        Rollouts = [.. facts.Rollouts.Where(line => line.Rollout.Stopped is null && cards.ContainsKey(line.Rollout.Solution))
            .Select(line => (cards[line.Rollout.Solution], line))];
        var soon = Today.AddMonths(MonthsAhead);
        ToConfirm = [.. Known(facts.Uses).Where(each => each.Use.CountsUntil < soon)
            .Select(each => (each.Card, Until: each.Use.CountsUntil!.Value)).OrderBy(each => each.Until)];
        Map = Shared(municipality);
        return Page();
    }

    private HexMapData Shared(Municipality municipality)
    {
        var others = Used.SelectMany(each => adoption.UsersOf(each.Card.Id).Users)
            .Where(user => user.State == UseState.Active).Select(user => user.User).Distinct()
            .Select(organisations.OfToday).OfType<Municipality>().Where(other => other.Id != municipality.Id);
        return new()
        {
            Uses = HexSet.Of(others.Select(other => other.Hex).OfType<HexCell>()),
            Ours = municipality.Hex is { } cell ? HexSet.Of([cell]) : HexSet.Empty,
        };
    }

    private IEnumerable<(SolutionCard Card, OwnUse Use)> Known(IEnumerable<OwnUse> uses) =>
        uses.Where(use => cards.ContainsKey(use.Solution)).Select(use => (cards[use.Solution], use));
}

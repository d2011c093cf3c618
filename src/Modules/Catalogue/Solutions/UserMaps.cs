using System.Runtime.CompilerServices;
using Parelmuur.Adoption;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Where the users of a solution are on the map of today.</summary>
/// <param name="On">The day of the map.</param>
/// <param name="Using">Municipalities that use it, each once.</param>
/// <param name="Joining">Municipalities that plan or try it, and do not use it yet.</param>
/// <param name="Others">Organisations that use it and are no municipality of today, such as a joint body.</param>
internal sealed record UserMap(
    DateOnly On,
    IReadOnlyList<Municipality> Using,
    IReadOnlyList<Municipality> Joining,
    IReadOnlyList<OrganisationSummary> Others)
{
    /// <summary>Organisations that plan or try it and are no municipality of today.</summary>
    public IReadOnlyList<OrganisationSummary> OthersJoining { get; init; } = [];

    /// <summary>The joint bodies that use it for their members, with how many of these.</summary>
    public IReadOnlyList<(OrganisationSummary JointBody, int Members)> Via { get; init; } = [];

    /// <summary><see cref="Using"/> as the map draws it.</summary>
    public HexSet Uses { get; } = Cells(Using);

    /// <summary><see cref="Joining"/> as the map draws it.</summary>
    public HexSet Joins { get; } = Cells(Joining);

    /// <summary>The map with the maker on it, and the municipality of the reader.</summary>
    public HexMapData With(Municipality? maker, Municipality? ours = null) => new() { Uses = Uses, Joining = Joins, Maker = Cell(maker), Ours = Cell(ours) };

    private static HexSet Cell(Municipality? municipality) => municipality is null ? HexSet.Empty : Cells([municipality]);

    private static HexSet Cells(IEnumerable<Municipality> municipalities) => HexSet.Of(
        municipalities.Select(municipality => municipality.Hex).OfType<HexCell>());
}

/// <summary>What the page of a solution tells of its users.</summary>
/// <param name="Map">Where they are.</param>
/// <param name="Reach">How many people that is.</param>
/// <param name="Spread">How their number grew.</param>
/// <param name="Using">The municipalities that use it by province, with addresses from the root of the site.</param>
/// <param name="Joining">The municipalities that plan or try it, in the same way.</param>
/// <param name="Claims">Who states it of how many and when; those of most users first, three at most.</param>
/// <param name="Moved">Those that came with a reorganisation of municipalities.</param>
internal sealed record UsersTold(
    UserMap Map,
    Reach? Reach,
    Spread? Spread,
    IReadOnlyList<ProvinceList> Using,
    IReadOnlyList<ProvinceList> Joining,
    IReadOnlyList<ClaimsTold> Claims,
    IReadOnlyList<UserOf> Moved)
{
    /// <summary>The province where most use it; null when no two are in the same.</summary>
    public string? MostIn => Using.MaxBy(province => province.Municipalities.Count) is { Municipalities.Count: > 1 } most ? most.Name : null;
}

/// <summary>Users that somebody else stated.</summary>
/// <param name="By">Who: "Algoritmeregister".</param>
/// <param name="On">When, or the date of the source.</param>
/// <param name="Users">How many.</param>
internal sealed record ClaimsTold(string By, DateOnly On, int Users);

/// <summary>Puts users on the map; the same users are looked up once.</summary>
/// <remarks>
/// A municipality that ended shows as the one that carries on its work. After a split nobody knows which: then it shows
/// under its own name, beside the map.
/// </remarks>
internal sealed class UserMaps(IOrganisations organisations)
{
    private const int MostClaims = 3;

    // The register gives the same object until something changes, so that it can carry what follows from it.
    private readonly ConditionalWeakTable<UsersOfSolution, UserMap> maps = [];
    private readonly ConditionalWeakTable<UsersOfSolution, UsersTold> told = [];
    private readonly ConditionalWeakTable<Municipality, NamedLink> links = [];

    public UserMap Of(UsersOfSolution users)
    {
        var today = organisations.Today;
        if (maps.TryGetValue(users, out var map) && map.On == today)
            return map;
        map = Draw(users, today);
        maps.AddOrUpdate(users, map);
        return map;
    }

    /// <summary>What its page tells of the users of a solution.</summary>
    public UsersTold TellOf(UsersOfSolution users)
    {
        var map = Of(users);
        if (told.TryGetValue(users, out var known) && ReferenceEquals(known.Map, map))
            return known;
        known = new(
            map, Reach.Of(users, this), Spread.Of(users, map.On), ByProvince(map.Using), ByProvince(map.Joining), ClaimsOf(users),
            [.. users.Users.Where(user => user.Origin is not null)]);
        told.AddOrUpdate(users, known);
        return known;
    }

    /// <inheritdoc cref="IOrganisations.OfToday"/>
    public Municipality? OfToday(OrganisationId user) => organisations.OfToday(user);

    private UserMap Draw(UsersOfSolution users, DateOnly today)
    {
        HashSet<Municipality> active = new(ReferenceEqualityComparer.Instance), planned = new(ReferenceEqualityComparer.Instance);
        List<OrganisationSummary> others = [], othersPlanned = [];
        foreach (var user in users.Users)
        {
            if (OfToday(user.User) is { } municipality)
                (user.State == UseState.Active ? active : planned).Add(municipality);
            else if (organisations.Find(user.User) is { } other)
                (user.State == UseState.Active ? others : othersPlanned).Add(other);
        }

        planned.ExceptWith(active);
        return new(today, InOrder(active), InOrder(planned), BySlug(others))
        {
            OthersJoining = BySlug(othersPlanned),
            Via = [.. users.Users.Where(user => user.Via is not null).CountBy(user => user.Via!.Value)
                .Select(each => (JointBody: organisations.Find(each.Key)!, Members: each.Value)).Where(each => each.JointBody is not null)
                .OrderBy(each => each.JointBody.Slug, StringComparer.Ordinal)],
        };
    }

    private IReadOnlyList<ProvinceList> ByProvince(IReadOnlyList<Municipality> municipalities) =>
        [.. municipalities.GroupBy(municipality => municipality.Province.Name).OrderBy(province => province.Key, StringComparer.Ordinal)
            .Select(province => new ProvinceList(province.Key, [.. province.Select(LinkTo)]))];

    private static IReadOnlyList<ClaimsTold> ClaimsOf(UsersOfSolution users) =>
        [.. users.Users.Where(user => user is { ClaimedBy: not null, ClaimedOn: not null }).CountBy(user => (By: user.ClaimedBy!, On: user.ClaimedOn!.Value))
            .OrderByDescending(claim => claim.Value).Take(MostClaims).Select(claim => new ClaimsTold(claim.Key.By, claim.Key.On, claim.Value))];

    // There are as many as municipalities, however many solutions they use.
    private NamedLink LinkTo(Municipality municipality) => links.GetValue(municipality, each => new(each.Name, each.Summary.Path));

    private static List<OrganisationSummary> BySlug(List<OrganisationSummary> others) => [.. others.OrderBy(other => other.Slug, StringComparer.Ordinal)];

    private static List<Municipality> InOrder(IEnumerable<Municipality> municipalities) =>
        [.. municipalities.OrderBy(municipality => municipality.Slug, StringComparer.Ordinal)];
}

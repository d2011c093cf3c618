using System.Collections.Concurrent;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations.Directory;
using Parelmuur.Organisations.JointBodies;
using Parelmuur.Organisations.Municipalities;

namespace Parelmuur.Organisations;

/// <summary>Answers at the door: municipalities from the register, all others from the directory.</summary>
internal sealed class KnownOrganisations(
    MunicipalityRegister register, OrganisationDirectory directory, EnsureOrganisations ensure, TimeProvider time)
    : IOrganisations
{
    private const int MostPeersKept = 60;

    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private volatile Kept? kept;
    private volatile KeptDay? day;

    // A page asks for it hundreds of times, so it is worked out again only when the day has passed, or the clock was put back.
    public DateOnly Today
    {
        get
        {
            var now = time.GetUtcNow();
            if (day is { } known && known.From <= now && now < known.Until)
                return known.Date;
            var date = DayOf(now);
            var midnight = date.AddDays(1).ToDateTime(TimeOnly.MinValue);
            day = new(date, now, new(midnight, Netherlands.GetUtcOffset(midnight)));
            return date;
        }
    }

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Netherlands).DateTime);

    public IReadOnlyList<Municipality> Current => register.On(Today);

    public IReadOnlyList<Municipality> AllMunicipalities => register.All;

    public IReadOnlyList<Province> Provinces => register.Provinces;

    public IReadOnlyList<OrganisationSummary> Others => directory.All;

    public JointBodyMembers Members => KeptToday.Members;

    private Kept KeptToday
    {
        get
        {
            var (rows, today) = (directory.Members, Today);
            if (kept is { } known && known.On == today && ReferenceEquals(known.Rows, rows))
                return known;
            var members = new JointBodyMembers(
                from row in rows
                where row.ValidFrom <= today && (row.ValidUntil is null || today < row.ValidUntil)
                let municipality = OfToday(row.Municipality)
                where municipality is not null
                select new TakesPart(row.JointBody, municipality.Id, row.ValidFrom));
            var lineage = register.All.Select(each => (each.Id, Heir: OfToday(each.Id)?.Id)).Where(each => each.Heir is { } heir && heir != each.Id)
                .ToLookup(each => each.Heir!.Value, each => each.Id);
            return kept = new(rows, today, members, lineage, []);
        }
    }

    public IReadOnlyList<Municipality> MunicipalitiesOn(DateOnly on) => register.On(on);

    public OrganisationSummary? Find(OrganisationId id) => register.Find(id)?.Summary ?? directory.Find(id);

    public OrganisationSummary? FindBySlug(string slug) => register.FindBySlug(slug)?.Summary ?? directory.FindBySlug(slug);

    public Municipality? FindMunicipality(OrganisationId id) => register.Find(id);

    public Municipality? FindMunicipality(MunicipalityCode code) => register.Find(code);

    public Municipality? FindMunicipalityBySlug(string slug) => register.FindBySlug(slug);

    public OrganisationMatch Match(string name, DateOnly on)
    {
        var meant = register.Names.Meant(name, on);
        if (meant.Count == 0 && directory.FindByName(NameKey.Of(name)) is { } other)
            return new OrganisationMatch(MatchOutcome.Found, other, [other], []);
        List<OrganisationSummary> candidates = [.. meant.Select(each => each.Summary)];
        return meant switch
        {
            [] => new OrganisationMatch(MatchOutcome.Unknown, null, [], []),
            [var one] => new OrganisationMatch(MatchOutcome.Found, one.Summary, candidates, Successors(one, on)),
            _ => new OrganisationMatch(MatchOutcome.Ambiguous, null, candidates, []),
        };
    }

    public Municipality? OfToday(OrganisationId id) => FindMunicipality(id) switch
    {
        null => null,
        { Hex: not null } municipality => municipality,
        _ => SuccessorsOn(id, Today) is [var successor] ? successor : null,
    };

    public IReadOnlyList<Municipality> SuccessorsOn(OrganisationId id, DateOnly on) =>
        register.Find(id) is { } municipality ? register.SuccessorsOn(municipality, on) : [];

    public IReadOnlyList<OrganisationId> Lineage(OrganisationId id) => [id, .. KeptToday.Lineage[id]];

    public IReadOnlyList<PeerMunicipality> Peers(OrganisationId id, int count, DateOnly on)
    {
        if (register.Find(id) is not { } one || !one.ExistsOn(on))
            return [];
        var today = KeptToday;
        if (today.On != on)
            return FindPeers(one, count, on, members: null);
        // Every page of a municipality asks for a few, and all others are compared with it. Who wants nearly all asks seldom.
        return count > MostPeersKept
            ? FindPeers(one, count, on, today.Members)
            : today.Peers.GetOrAdd((id, count), _ => FindPeers(one, count, on, today.Members));
    }

    private IReadOnlyList<PeerMunicipality> FindPeers(Municipality one, int count, DateOnly on, JointBodyMembers? members)
    {
        var partners = (members?.JointBodiesOf(one.Id) ?? [])
            .SelectMany(each => members!.Of(each.JointBody)).Select(each => each.Municipality).ToHashSet();
        return
        [
            .. register.On(on)
                .Where(other => other.Id != one.Id)
                .Select(other => (Municipality: other, Distance: Likeness.Distance(one, other, partners.Contains(other.Id), on)))
                .Where(peer => peer.Distance is not null)
                .OrderBy(peer => peer.Distance).ThenBy(peer => peer.Municipality.Code)
                .Take(count)
                .Select(peer => new PeerMunicipality(
                    peer.Municipality, Likeness.Reasons(one, peer.Municipality, partners.Contains(peer.Municipality.Id), on))),
        ];
    }

    public Task<IReadOnlyList<OrganisationSummary?>> EnsureAsync(
        IReadOnlyList<NewOrganisation> names, Actor actor, CancellationToken cancellation) =>
        ensure.RunAsync(names, name => register.Names.Meant(name, Today), actor, cancellation);

    private IReadOnlyList<OrganisationSummary> Successors(Municipality one, DateOnly on) =>
        one.ExistsOn(on) ? [] : [.. register.SuccessorsOn(one, on).Select(each => each.Summary)];

    private sealed record KeptDay(DateOnly Date, DateTimeOffset From, DateTimeOffset Until);

    // What follows from the members on one day, and from that day.
    private sealed record Kept(
        IReadOnlyList<JointBodyMember> Rows, DateOnly On, JointBodyMembers Members, ILookup<OrganisationId, OrganisationId> Lineage,
        ConcurrentDictionary<(OrganisationId Of, int Count), IReadOnlyList<PeerMunicipality>> Peers);
}

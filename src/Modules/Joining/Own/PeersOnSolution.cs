using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Own;

/// <summary>The municipalities like the reader's own that use a solution.</summary>
/// <param name="Card">The solution.</param>
/// <param name="Peers">Who, why they are alike, since when, and whom to call there; nearest first.</param>
internal sealed record PeersUsing(SolutionCard Card, IReadOnlyList<PeerUser> Peers);

/// <summary>One of them, with what it wrote for colleagues elsewhere.</summary>
internal sealed record PeerUser(PeerMunicipality Peer, UserOf Use, IReadOnlyList<PersonSummary> Coordinators, string? Via, UseDetails Notes)
{
    /// <summary>Whom to ask there: whom they named, or else their coordinators.</summary>
    public string Whom => Notes.Contact ?? string.Join(", ", Coordinators.Select(person => person.Name));
}

/// <summary>Adds "Gemeenten zoals wij" to the page of a solution, for who works at a municipality or a joint body.</summary>
internal sealed class PeersOnSolution(IAdoption adoption, IOrganisations organisations, AskTogether together) : ISolutionSection
{
    private const string View = "/Own/_Peers.cshtml";
    private const int Shown = 6;

    public int Order => 8;

    public async Task<SolutionSection?> ForAsync(SolutionCard solution, CurrentPerson? reader, CancellationToken cancellation)
    {
        if (reader?.Organisation is not { } us || !reader.Is(MembershipRole.Reader))
            return null;
        var users = adoption.UsersOf(solution.Id).Users.Where(user => user.State == UseState.Active).ToDictionary(user => user.User);
        var peers = PeersOf(us).Where(peer => users.ContainsKey(peer.Municipality.Id)).Take(Shown).ToList();
        if (peers.Count == 0)
            return null;
        var ids = peers.Select(peer => peer.Municipality.Id).ToList();
        var coordinators = Enumerable.Empty<PersonSummary>().ToLookup(_ => default(OrganisationId));
        IReadOnlyDictionary<OrganisationId, UseDetails> notes = new Dictionary<OrganisationId, UseDetails>();
        await together.AllAsync(
        [
            async services => coordinators = await services.GetRequiredService<IAccounts>().MembersAsync(ids, MembershipRole.Coordinator, cancellation),
            async _ => notes = await adoption.NotesAsync(solution.Id, ids, cancellation),
        ], cancellation);
        return new(View, new PeersUsing(solution, [.. peers.Select(peer => new PeerUser(
            peer, users[peer.Municipality.Id], [.. coordinators[peer.Municipality.Id]],
            users[peer.Municipality.Id].Via is { } via ? organisations.Find(via)?.Name : null,
            notes.GetValueOrDefault(peer.Municipality.Id) ?? new()))]));
    }

    // A joint body asks its members first, and then looks with their eyes: who is nearest to any of them.
    private IEnumerable<PeerMunicipality> PeersOf(OrganisationId us)
    {
        if (organisations.FindMunicipality(us) is not null)
            return organisations.Peers(us, Suggest.PeerCount, organisations.Today);
        var members = organisations.Members.Of(us).Select(member => organisations.FindMunicipality(member.Municipality)).OfType<Municipality>().ToList();
        return members.Select(member => new PeerMunicipality(member, ["zelfde samenwerkingsverband"]))
            .Concat(members
                .SelectMany(member => organisations.Peers(member.Id, Suggest.PeerCount, organisations.Today).Index())
                .OrderBy(peer => peer.Index).Select(peer => peer.Item))
            .DistinctBy(peer => peer.Municipality.Id);
    }
}

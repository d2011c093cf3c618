using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Contributions;

/// <summary>Finds who can answer a question: people of organisations that confirmed that they use the solution.</summary>
internal sealed class ChooseContacts(IAdoption adoption, IOrganisations organisations, AskTogether together)
{
    private const int AtMost = 5;

    /// <summary>At most five people, one of each user: first of those most like the asker's own municipality.</summary>
    public async Task<IReadOnlyList<ContactOfUser>> ForAsync(
        SolutionId solution, OrganisationId? asker, CancellationToken cancellation)
    {
        var nearness = asker is { } own
            ? organisations.Peers(own, organisations.Current.Count, organisations.Today)
                .Select((peer, rank) => (peer.Municipality.Id, rank)).ToDictionary(each => each.Id, each => each.rank)
            : [];
        var users = adoption.UsersOf(solution).Users
            .Where(user => user is { State: UseState.Active, Proof: ProofLevel.Confirmed } && user.User != asker && user.Via != asker)
            // A joint body knows what it uses for its members.
            .SelectMany(user => user.Via is { } via ? (OrganisationId[])[user.User, via] : [user.User])
            .Distinct()
            .OrderBy(user => nearness.GetValueOrDefault(user, int.MaxValue)).ThenBy(user => user.Value)
            .ToList();
        if (users.Count == 0)
            return [];

        ILookup<OrganisationId, PersonSummary> coordinators = null!, contributors = null!;
        await together.AllAsync(
            [
                async services => coordinators = await MembersAsync(services, MembershipRole.Coordinator),
                async services => contributors = await MembersAsync(services, MembershipRole.Contributor),
            ],
            cancellation);
        return [.. (
            from user in users
            let person = coordinators[user].FirstOrDefault() ?? contributors[user].FirstOrDefault()
            let organisation = organisations.Find(user)
            where person is not null && organisation is not null
            select new ContactOfUser(person, organisation)).DistinctBy(contact => contact.Person.Id).Take(AtMost)];

        Task<ILookup<OrganisationId, PersonSummary>> MembersAsync(IServiceProvider services, MembershipRole role) =>
            services.GetRequiredService<IAccounts>().MembersAsync(users, role, cancellation);
    }
}

/// <summary>Somebody who can be asked.</summary>
/// <param name="Person">Who.</param>
/// <param name="User">The user of the solution for which the person works.</param>
internal sealed record ContactOfUser(PersonSummary Person, OrganisationSummary User);

using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>Who confirmed that it uses what a supplier made. A supplier sees nothing else of who uses what.</summary>
internal sealed class UsersOfProducts(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations)
{
    /// <summary>Without what users hide, and without what nobody confirmed.</summary>
    public async Task<IReadOnlyList<UserOfProduct>> OfAsync(OrganisationId supplier, CancellationToken cancellation)
    {
        var made = await catalogue.MadeByAsync([supplier], cancellation);
        var cards = await catalogue.CardsAsync(made, cancellation);
        return [..
            from solution in made
            where cards.ContainsKey(solution)
            from use in adoption.UsersOf(solution).Users
            where use is { State: UseState.Active or UseState.Planned, Proof: ProofLevel.Confirmed }
            // The joint body confirmed it, and not each of its members.
            group use by (solution, User: use.Via ?? use.User) into same
            let use = same.First()
            let solution = same.Key.solution
            let user = organisations.Find(same.Key.User)
            where user is not null
            orderby cards[solution].Title, user.Slug
            select new UserOfProduct(cards[solution], user, use)];
    }
}

/// <summary>One user of a product, as its supplier sees it.</summary>
internal sealed record UserOfProduct(SolutionCard Card, OrganisationSummary User, UserOf Use);

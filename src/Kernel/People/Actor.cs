namespace Parelmuur.Kernel.People;

/// <summary>Who makes a change: a person, or a named part of the house such as an import.</summary>
/// <remarks>
/// Of a person the ledger keeps the id and not the name. So the name can be changed, or become "oud-medewerker", without
/// rewriting what happened.
/// </remarks>
/// <param name="Name">As it stands in the ledger: "import algoritmeregister", "voorbeelden"; for people "persoon".</param>
/// <param name="OnBehalfOf">The organisation for which it is done, if any.</param>
/// <param name="Person">The person who does it, if it is one.</param>
public sealed record Actor(string Name, OrganisationId? OnBehalfOf = null, PersonId? Person = null)
{
    /// <summary>A person, on behalf of an organisation or of nobody but the person.</summary>
    public static Actor Of(PersonId person, OrganisationId? onBehalfOf) => new("persoon", onBehalfOf, person);
}

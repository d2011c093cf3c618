namespace Parelmuur.Kernel.People;

/// <summary>Who makes a change: a person, or a named part of the house such as an import.</summary>
/// <param name="Name">As it stands in the ledger: "import algoritmeregister", "voorbeelden".</param>
/// <param name="OnBehalfOf">The organisation for which it is done, if any.</param>
public sealed record Actor(string Name, OrganisationId? OnBehalfOf = null);

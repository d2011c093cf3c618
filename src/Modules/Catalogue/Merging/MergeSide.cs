using Parelmuur.Adoption;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Merging;

/// <summary>One of two solutions that may be the same, as an editor compares them.</summary>
internal sealed record MergeSide(SolutionCard Card, OrganisationSummary? Maker, UsersOfSolution Users)
{
    /// <summary>The one that more rests on: more users, and then the older one.</summary>
    public static int Compare(MergeSide one, MergeSide other) =>
        (other.Users.Active, one.Card.Shared).CompareTo((one.Users.Active, other.Card.Shared));
}

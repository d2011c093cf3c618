using Parelmuur.Adoption;
using Parelmuur.Design;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Wall;

/// <summary>A solution as it shows on the wall, in a list, or beside another one.</summary>
/// <param name="Solution">What Catalogue knows.</param>
/// <param name="Maker">Who made it.</param>
/// <param name="Users">Who uses it.</param>
/// <param name="Look">The card, ready to be drawn.</param>
internal sealed record WallCard(SolutionCard Solution, OrganisationSummary? Maker, UsersOfSolution Users, CardModel Look);

using Parelmuur.Catalogue.CheckFirst.Recorded;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst;

/// <summary>What <c>_Found.cshtml</c> shows.</summary>
/// <param name="Heading">Above the list, Dutch.</param>
/// <param name="From">The number of the first match.</param>
/// <param name="Matches">The matches, best first.</param>
/// <param name="Municipality">Whose plan it is, if known.</param>
internal sealed record FoundList(string Heading, int From, IReadOnlyList<RankedMatch> Matches, Municipality? Municipality);

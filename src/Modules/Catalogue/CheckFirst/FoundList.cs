using Parelmuur.Catalogue.CheckFirst.Recorded;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst;

/// <summary>What <c>_Found.cshtml</c> shows.</summary>
/// <param name="Heading">Above the list, Dutch.</param>
/// <param name="From">The number of the first match.</param>
/// <param name="Matches">The matches, best first.</param>
/// <param name="Municipality">Whose plan it is, if known.</param>
internal sealed record FoundList(string Heading, int From, IReadOnlyList<RankedMatch> Matches, Municipality? Municipality)
{
    // What fits a little is there to be sure that nothing is missed; a screen full of it hides what fits best.
    private const int WeakShown = 3;

    /// <summary>How many stand there at once; the others fold out.</summary>
    public int Shown => Matches.Count > WeakShown + 1 && Matches.All(match => !match.Found.IsStrong) ? WeakShown : Matches.Count;
}

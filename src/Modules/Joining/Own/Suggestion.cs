using Parelmuur.Catalogue;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Own;

/// <summary>A solution that a municipality does not use and that may fit it, with the reasons.</summary>
/// <param name="Card">The solution.</param>
/// <param name="Peers">The municipalities most like it that use the solution, nearest first.</param>
/// <param name="OfHowMany">How many peers were asked.</param>
internal sealed record Suggestion(SolutionCard Card, IReadOnlyList<Municipality> Peers, int OfHowMany)
{
    private const int LeastPeers = 2, NamedPeers = 3;
    private const int PerPeer = 10, ForStandard = 15, ForLaw = 5, ForSameSupplier = 5, MostForThemes = 5;

    /// <summary>The laws with which it helps.</summary>
    public IReadOnlyList<string> Laws { get; init; } = [];

    /// <summary>The supplier of whom the municipality uses something already, when that supplier made this too.</summary>
    public string? SameSupplier { get; init; }

    /// <summary>How many solutions with one of its themes the municipality uses.</summary>
    public int OnThemes { get; init; }

    public bool IsStandard => Card.Stage == Stage.Standard;

    /// <summary>Whether there is reason enough to suggest it.</summary>
    public bool Fits => Peers.Count >= LeastPeers || IsStandard || (Peers.Count > 0 && (Laws.Count > 0 || SameSupplier is not null));

    /// <summary>Higher comes first. What peers do weighs most; the weights are a choice, see decision 0057.</summary>
    public int Weight =>
        (Peers.Count * PerPeer) + (IsStandard ? ForStandard : 0) + (Laws.Count > 0 ? ForLaw : 0)
        + (SameSupplier is null ? 0 : ForSameSupplier) + Math.Min(OnThemes, MostForThemes);

    /// <summary>Why, in sentences of the reader's language, the strongest first.</summary>
    public IEnumerable<string> Reasons(Words words)
    {
        if (Peers.Count > 0)
        {
            var names = string.Join(", ", Peers.Take(NamedPeers).Select(peer => peer.Name));
            yield return words.Count(
                Peers.Count, "1 van de {1} gemeenten zoals jullie gebruikt dit: {2}.",
                Peers.Count > NamedPeers ? "{0} van de {1} gemeenten zoals jullie gebruiken dit, onder andere {2}." : "{0} van de {1} gemeenten zoals jullie gebruiken dit: {2}.",
                OfHowMany, names);
        }

        if (IsStandard)
            yield return words["Dit is een standaard."];
        if (Laws.Count > 0)
            yield return words["Helpt bij: {0}.", string.Join(", ", Laws)];
        if (SameSupplier is { } supplier)
            yield return words["Jullie gebruiken al iets van {0}.", supplier];
    }
}

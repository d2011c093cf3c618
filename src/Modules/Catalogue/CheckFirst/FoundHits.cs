using Parelmuur.Catalogue.CheckFirst.Recorded;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst;

/// <summary>Makes what a page shows of each solution that looks like a plan.</summary>
internal sealed class FoundHits(WallCards cards, Words words)
{
    private const int NamedPeers = 4, NamedDifferences = 3;

    /// <summary>A match of which nobody said anything.</summary>
    public HitModel Of(FoundSolution found, int rank, Municipality? municipality, string root) =>
        Of(new RankedMatch(found, rank), rank, municipality, root);

    /// <param name="match">A match of the report.</param>
    /// <param name="rank">Its place in the report, from 1.</param>
    /// <param name="municipality">Whose plan it is, if known.</param>
    /// <param name="root">What stands before each path on this site: "" or "/en".</param>
    public HitModel Of(RankedMatch match, int rank, Municipality? municipality, string root)
    {
        var found = match.Found;
        var card = cards.Of(found.Card, root).Look;
        return new(municipality?.Hex is { } ours ? card with { Map = card.Map with { Ours = HexSet.Of([ours]) } } : card)
        {
            Rank = rank,
            Strength = found.Strength,
            Why = new(found.YouWrite.Quoted(words["en"]), [.. Said(found), .. found.ThisSolution.ToDesign()], Different(found)),
            Peers = Peers(found, municipality),
            Note = Note(match, rank),
        };
    }

    // Never who or why: a plan is private until its municipality publishes it.
    private string? Note(RankedMatch match, int rank)
    {
        if (match.Factor == 1)
            return null;
        var said = new[]
        {
            match.Ours is null ? null : words["Jullie vonden dit eerder niet passen bij een plan dat hierop lijkt."],
            match.Others == 0 ? null : words.Count(
                match.Others, "1 gemeente vond dit niet passen bij een plan dat hierop lijkt.",
                "{0} gemeenten vonden dit niet passen bij een plan dat hierop lijkt."),
            match.OwnPlace < rank ? words["Daarom staat het iets lager. Op woorden is het nummer {0}.", match.OwnPlace] : null,
        };
        return string.Join(' ', said.OfType<string>());
    }

    private IEnumerable<TextPiece> Said(FoundSolution found)
    {
        if (found.SaidBy is { Kind: OrganisationKind.Municipality } municipality)
            yield return new(words["Gemeente {0} schrijft:", municipality.Name] + " ", false);
        else if (found.SaidBy is { } other)
            yield return new(words["{0} schrijft:", other.Name] + " ", false);
    }

    private IReadOnlyList<TextPiece> Different(FoundSolution found)
    {
        var sentences = new[]
        {
            Sentence("Gaat ook over: {0}.", found.OnlyInSolution), Sentence("Noemt niet: {0}.", found.OnlyInPlan),
        }.OfType<string>();
        var text = string.Join(' ', sentences);
        return text.Length == 0 ? [] : [new(text, false)];
    }

    private string? Sentence(string text, IReadOnlyList<string> terms) =>
        terms.Count == 0 ? null : words[text, string.Join(", ", terms.Take(NamedDifferences))];

    private string? Peers(FoundSolution found, Municipality? municipality)
    {
        if (municipality is null || found.Users.Active == 0)
            return null;
        if (found.Peers.Count == 0)
            return words["Nog geen gemeente zoals wij gebruikt dit."];
        var names = string.Join(", ", found.Peers.Take(NamedPeers).Select(peer => peer.Name));
        var line = words.Count(found.Peers.Count, "1 gemeente zoals wij gebruikt dit:", "{0} gemeenten zoals wij gebruiken dit:");
        var rest = found.Peers.Count - NamedPeers;
        return $"{line} {names}{(rest > 0 ? words[" en nog {0}", rest] : "")}.";
    }
}

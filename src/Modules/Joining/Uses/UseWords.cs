using Parelmuur.Adoption;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>How answers are called; keys of <c>Words</c>.</summary>
internal static class AgainWords
{
    public static string Text(this WouldAgain again) => again switch
    {
        WouldAgain.Yes => "Ja",
        WouldAgain.Differently => "Ja, maar anders",
        _ => "Nee",
    };
}

/// <summary>Says how a use stands, in a few words.</summary>
internal sealed class UseWords(Words words, IOrganisations organisations)
{
    public string State(OwnUse use) => (use.State, use.Since, use.EndedOn) switch
    {
        (UseState.Active, { } since, _) => words["Gebruikt sinds {0}", Words.Month(since)],
        (UseState.Active, null, _) => words["Wordt gebruikt"],
        (UseState.Planned, { } start, _) => words["Sluit aan in {0}", Words.Month(start)],
        (UseState.Planned, null, _) => words["Sluit nu aan"],
        (UseState.Ended, _, { } day) => words["Gestopt op {0}", Words.Day(day)],
        (UseState.Ended, _, null) => words["Gestopt"],
        _ => words["Wil meer weten"],
    };

    public string Proof(OwnUse use) => use switch
    {
        { Moved: true } => words["Dit ging over naar wie het werk voortzet."],
        { Waits: true, ClaimedAs: ClaimKind.Predecessor } => words["{0} is verdeeld. Gaan jullie hiermee door?", use.ClaimedBy],
        { Origin: { } origin } => words["{0} (kwam mee van {1}, {2})", Said(use), organisations.Find(origin.Predecessor)?.Name, Words.Day(origin.On)],
        _ => Said(use),
    };

    private string Said(OwnUse use) => use.Via is { } via && organisations.Find(via) is { } jointBody
        ? $"{Sure(use)} {words["via {0}", jointBody.Name]}" : Sure(use);

    private string Sure(OwnUse use) => use switch
    {
        { RejectedOn: { } day } => words["Afgewezen op {0}", Words.Day(day)],
        { ConfirmedOn: { } day } => use.ProofOn(organisations.Today) == ProofLevel.Lapsed && use.CountsUntil is not null
            ? words["Bevestigd op {0}, dat telt niet meer", Words.Day(day)] : words["Bevestigd op {0}", Words.Day(day)],
        { ClaimedBy: { } source, ClaimedOn: { } on } => words["Volgens {0}, {1}", source, Words.Day(on)],
        _ => words["Nog niet bevestigd"],
    };
}

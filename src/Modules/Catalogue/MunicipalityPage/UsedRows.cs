using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.MunicipalityPage;

/// <summary>The rows of the table of what a municipality uses.</summary>
/// <remarks>Written at once: a large municipality uses hundreds of solutions, and elements per cell cost ten times as much.</remarks>
internal sealed class UsedRows(Words words, IOrganisations organisations, string root)
{
    /// <param name="used">What is used, in order.</param>
    public Markup Of(IEnumerable<UsedSolution> used) => new Markup().AddEach(used, Row);

    private void Row(Markup html, UsedSolution used)
    {
        var (card, users, use) = used;
        var others = Math.Max(0, users - (use.State == UseState.Active ? 1 : 0));
        html.Add($"<tr><th scope=\"row\"><a class=\"utrecht-link\" href=\"{root}/oplossingen/{card.Slug}\"")
            .AddIf(Words.IsEnglish, $" lang=\"nl\"")
            .Add($">{card.Title}</a></th><td>{StageTagHelper.Html(card.Stage.Look(card.Status), words)}</td>")
            .Add($"<td>{State(use)}</td><td>{Proof(use)}{Via(use)}</td><td class=\"n\">{words["{0:N0}", others]}</td></tr>\n");
    }

    private string State(UserOf use) => (use.State, use.Since) switch
    {
        (UseState.Active, { } since) => words["Sinds {0}", Words.Month(since)],
        (UseState.Active, null) => words["Gebruikt het"],
        (_, { } start) => words["Sluit aan in {0}", Words.Month(start)],
        _ => words["Sluit nu aan"],
    };

    private string Via(UserOf use) =>
        use.Via is { } via && organisations.Find(via) is { } jointBody ? " " + words["via {0}", jointBody.Name]
        : use.Origin is { } origin && organisations.Find(origin.Predecessor) is { } before ? " " + words["(kwam mee van {0})", before.Name] : "";

    private string Proof(UserOf use) => use switch
    {
        { Proof: ProofLevel.Confirmed, ConfirmedOn: { } day } => words["Bevestigd in {0}", Words.Month(day)],
        { Proof: ProofLevel.Lapsed, ConfirmedOn: { } day } => words["Laatst bevestigd in {0}", Words.Month(day)],
        { ClaimedBy: { } source, ClaimedOn: { } on } => words["Volgens {0}, {1}", source, Words.Day(on)],
        _ => words["Nog niet bevestigd"],
    };
}

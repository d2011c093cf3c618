using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.CheckFirst;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Themes;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>What stands beside a text that is being written: how it will look, what is alike, what to look out for.</summary>
/// <param name="Form">The text.</param>
/// <param name="Card">How it comes on the wall.</param>
/// <param name="Alike">What exists already, best first.</param>
/// <param name="Others">Reasons for solutions that are not in the list any more; they are kept.</param>
/// <param name="Theme">The theme that fits, when one does.</param>
/// <param name="Personal">What may belong to a resident, in Dutch words.</param>
internal sealed record Beside(
    GemForm Form, CardModel Card, IReadOnlyList<AlikeSolution> Alike, IReadOnlyList<string> Others, string? Theme, IReadOnlyList<string> Personal);

/// <summary>A solution that looks like the text.</summary>
/// <param name="Id">The solution.</param>
/// <param name="Hit">How it shows.</param>
/// <param name="Reason">Why the text is something else, as the writer put it.</param>
internal sealed record AlikeSolution(SolutionId Id, HitModel Hit, string? Reason);

/// <summary>Works out what stands beside a text.</summary>
internal sealed class LookBeside(
    ICatalogue catalogue, FoundHits hits, IOrganisations organisations, UserMaps maps, ThemeNames names, CatalogueDb db)
{
    private const int Compared = 10, Shown = 3, LeastWords = 3, SureFrom = 3;

    /// <param name="form">The text so far.</param>
    /// <param name="maker">For whom it is written, if known.</param>
    /// <param name="root">What stands before each path on this site: "" or "/en".</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<Beside> OfAsync(GemForm form, OrganisationId? maker, string root, CancellationToken cancellation)
    {
        var found = form.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < LeastWords ? []
            : (await catalogue.CheckAsync(form.Words, maker, Compared, cancellation)).Found;
        var municipality = maker is { } id ? organisations.FindMunicipality(id) : null;
        var shown = found.Where(match => match.Strength >= SureFrom && match.Card.Status != SolutionStatus.Archived).Take(Shown)
            .Select((match, at) => new AlikeSolution(
                match.Card.Id, hits.Of(match, at + 1, municipality, root), form.Different.GetValueOrDefault($"{match.Card.Id}")))
            .ToList();
        var theme = await ThemeAsync(found, cancellation);
        return new(
            form, Card(form, maker, theme), shown,
            [.. form.Different.Keys.Except(shown.Select(each => $"{each.Id}"))],
            theme, PersonalData.In(form.Texts.Where(text => text != form.Mailbox)));
    }

    /// <summary>The themes to choose from.</summary>
    public async Task<IReadOnlyList<Choice>> ThemesAsync(CancellationToken cancellation) =>
        await db.Themes.OrderBy(theme => theme.Label)
            .Select(theme => new Choice(theme.Label, Kernel.Text.Words.IsEnglish ? theme.LabelEnglish : theme.Label, null, null))
            .ToListAsync(cancellation);

    private CardModel Card(GemForm form, OrganisationId? maker, string? theme) => new()
    {
        Url = "#Form_Title",
        Title = string.IsNullOrWhiteSpace(form.Title) ? "…" : form.Title,
        Promise = form.Promise,
        Stage = Stage.Gem.Look(),
        Maker = maker is { } id ? organisations.Find(id)?.Name : null,
        Themes = (string.IsNullOrEmpty(form.Theme) ? theme : form.Theme) is { } label ? [names.OfLabel(label)] : [],
        Map = maker is { } by && maps.OfToday(by)?.Hex is { } cell ? new() { Maker = HexSet.Of([cell]) } : HexMapData.Empty,
    };

    // The theme that weighs most among what is alike; one solution alone says too little.
    private async Task<string?> ThemeAsync(IReadOnlyList<FoundSolution> found, CancellationToken cancellation)
    {
        var best = found.SelectMany(match => match.Card.Themes.Select(theme => (Theme: theme, match.Score)))
            .GroupBy(each => each.Theme).OrderByDescending(group => group.Sum(each => each.Score)).FirstOrDefault();
        return best is not null && best.Count() > 1 && await db.Themes.AnyAsync(theme => theme.Label == best.Key, cancellation)
            ? best.Key : null;
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Themes;

/// <summary>Puts the platform's own list of themes in the database, and later additions to it.</summary>
internal sealed class LoadThemes(CatalogueDb db)
{
    /// <summary>The name of the platform's own list; lists of others can stand beside it.</summary>
    public const string OwnList = "parelmuur";

    private static readonly Actor Actor = new("themalijst");

    public async Task RunAsync(CancellationToken cancellation)
    {
        var known = await db.Themes.Select(theme => theme.Slug).ToListAsync(cancellation);
        var missing = Own().Where(theme => !known.Contains(theme.Slug)).ToList();
        if (missing.Count == 0)
            return;
        db.Themes.AddRange(missing);
        db.Record(new ThemesAdded([.. missing.Select(theme => theme.Label)]), Actor);
        await db.SaveChangesAsync(cancellation);
    }

    private static IEnumerable<Theme> Own()
    {
        using var file = typeof(Theme).Assembly.GetManifestResourceStream("Parelmuur.Catalogue.Themes.themes.json")!;
        return JsonSerializer.Deserialize<Line[]>(file, JsonSerializerOptions.Web)!
            .Select(line => new Theme(line.Slug, line.Label, line.LabelEnglish, OwnList));
    }

    private sealed record Line(string Slug, string Label, string LabelEnglish);
}

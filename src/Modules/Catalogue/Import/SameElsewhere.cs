using Microsoft.EntityFrameworkCore;

namespace Parelmuur.Catalogue.Import;

/// <summary>Notices that a file is one that came before under another name, and says how to import it under that name.</summary>
/// <remarks>Nobody can be sure of it, so nothing is joined: equal titles are proposed to editors, as all that look alike.</remarks>
internal sealed class SameElsewhere(EntryReader reader)
{
    private readonly Dictionary<string, int> same = new(StringComparer.Ordinal);
    private List<string>? others;

    /// <summary>Counts which of these entries are new here and known elsewhere, with the same id and the same title.</summary>
    public async Task LookAsync(CatalogueDb db, IReadOnlyList<ImportedEntry> entries, CancellationToken cancellation)
    {
        if (reader.Kind is not { } kind)
            return;
        others ??= await db.Sources.Where(each => each.Source.StartsWith(kind) && each.Source != reader.Source)
            .Select(each => each.Source).Distinct().ToListAsync(cancellation);
        if (others.Count == 0)
            return;
        var titles = entries.ToDictionary(entry => entry.SourceId, entry => Shorten.TitleKey(entry.Content.Title), StringComparer.Ordinal);
        var ids = titles.Keys.ToList();
        var found = await db.Sources
            .Where(each => others.Contains(each.Source) && ids.Contains(each.SourceId)
                && !db.Sources.Any(own => own.Source == reader.Source && own.SourceId == each.SourceId))
            .Join(db.Solutions, each => each.Solution, solution => solution.Id, (each, solution) => new { each.Source, each.SourceId, solution.Title })
            .ToListAsync(cancellation);
        foreach (var each in found.Where(each => titles[each.SourceId] == Shorten.TitleKey(each.Title)))
            same[each.Source] = same.GetValueOrDefault(each.Source) + 1;
    }

    /// <summary>Warns when there are any.</summary>
    public void Report(Tally tally)
    {
        if (same.Count == 0)
            return;
        var (source, count) = same.OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).First();
        var name = source[reader.Kind!.Length..];
        tally.Add(new(
            ImportOutcome.LooksAlike, 0, "", "",
            $"Al bekend uit het werkblad ‘{name}’: {count:N0} {(count == 1 ? "rij" : "rijen")}; is dit hetzelfde werkblad, geef dan --name {name} mee."));
    }
}

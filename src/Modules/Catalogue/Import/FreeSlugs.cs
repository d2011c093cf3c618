using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Import;

/// <summary>Gives new solutions an address that nobody has or had.</summary>
internal sealed class FreeSlugs
{
    // Where to go on counting for a title that came before: thousands of rows may have the same one.
    private readonly Dictionary<string, int> next = new(StringComparer.Ordinal);

    /// <summary>An address for each title, in their order.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(
        CatalogueDb db, IReadOnlyList<string> titles, CancellationToken cancellation)
    {
        var wanted = titles.Select(Slug.From).ToList();
        var taken = (await db.Slugs.Where(slug => wanted.Contains(slug.Slug)).Select(slug => slug.Slug).ToListAsync(cancellation))
            .ToHashSet(StringComparer.Ordinal);
        var slugs = new List<string>();
        foreach (var slug in wanted)
        {
            var free = taken.Contains(slug) ? await NextAsync(db, slug, taken, cancellation) : slug;
            taken.Add(free);
            slugs.Add(free);
        }

        return slugs;
    }

    private async Task<string> NextAsync(CatalogueDb db, string slug, HashSet<string> taken, CancellationToken cancellation)
    {
        var stem = slug[..Math.Min(slug.Length, Slug.MaxLength - 8)];
        var number = next.GetValueOrDefault(stem, 1);
        string free;
        do
        {
            free = $"{stem}-{++number}";
        }
        while (taken.Contains(free) || await db.Slugs.AnyAsync(each => each.Slug == free, cancellation));
        next[stem] = number;
        return free;
    }
}

using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Themes;

/// <summary>What themes are called, in memory: a solution carries the Dutch label, an address the slug.</summary>
internal sealed class ThemeNames(IServiceScopeFactory scopes) : ILedgerReader
{
    private volatile FrozenDictionary<string, Label> bySlug = FrozenDictionary<string, Label>.Empty;

    public string Name => "names of themes";

    public bool EveryNode => true;

    public bool StartsAlone => true;

    /// <summary>The name in the reader's language; an unknown slug is read as words.</summary>
    public string OfSlug(string slug) => bySlug.TryGetValue(slug, out var name)
        ? Words.IsEnglish ? name.English : name.Dutch
        : string.Concat(slug[..1].ToUpperInvariant(), slug[1..].Replace('-', ' '));

    /// <summary>The name in the reader's language of a label as a solution carries it.</summary>
    public string OfLabel(string label) =>
        Words.IsEnglish && bySlug.TryGetValue(Slug.From(label), out var name) ? name.English : label;

    public Task StartAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation) =>
        entries.Any(entry => entry.Event == nameof(ThemesAdded)) ? LoadAsync(cancellation) : Task.CompletedTask;

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var themes = await db.Themes.Select(theme => new { theme.Slug, theme.Label, theme.LabelEnglish }).ToListAsync(cancellation);
        bySlug = themes.ToFrozenDictionary(theme => theme.Slug, theme => new Label(theme.Label, theme.LabelEnglish));
    }

    private sealed record Label(string Dutch, string English);
}

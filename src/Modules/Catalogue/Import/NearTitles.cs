using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Catalogue.Import;

/// <summary>Finds titles that look like the same thing, so that a person can decide. It merges nothing.</summary>
internal sealed class NearTitles
{
    // Comparing is quick, but the texts must be in memory for it.
    private const int MostTitles = 50_000, MostNames = 5;

    private readonly Dictionary<string, Candidate> candidates = new(StringComparer.Ordinal);

    public void Add(ImportedEntry entry)
    {
        if (entry.Group is not { } key || candidates.Count > MostTitles)
            return;
        if (!candidates.TryGetValue(key, out var candidate))
            candidates[key] = candidate = new(key, entry.Row, entry.SourceId, entry.Content.Title);
        foreach (var use in entry.Uses)
            candidate.Organisations.Add(use.Organisation);
    }

    /// <summary>Reports each pair, also with what other sources and people brought into the catalogue.</summary>
    public async Task ReportAsync(IServiceScopeFactory scopes, string source, Tally tally, CancellationToken cancellation)
    {
        if (candidates.Count == 0)
            return;
        if (candidates.Count > MostTitles)
        {
            tally.Add(new(ImportOutcome.LooksAlike, 0, "", "", $"Meer dan {MostTitles:N0} titels: ze zijn niet op gelijkenis vergeleken."));
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var elsewhere = await db.Solutions
            .Where(solution => !solution.IsSample && !db.Sources.Any(each => each.Solution == solution.Id && each.Source == source))
            .OrderBy(solution => solution.SortTitle).Take(MostTitles).Select(solution => solution.Title).ToListAsync(cancellation);
        var all = candidates.Values
            .Concat(elsewhere.Select(title => new Candidate(Shorten.TitleKey(title), 0, "", title) { IsElsewhere = true })).ToList();
        foreach (var (one, other) in Alikeness.Pairs(all.ConvertAll(each => each.Key)))
            Report(all[one], all[other], tally);
    }

    private static void Report(Candidate one, Candidate other, Tally tally)
    {
        if (one.IsElsewhere && other.IsElsewhere)
            return;
        var (here, there) = one.IsElsewhere ? (other, one) : (one, other);
        tally.Add(new(
            ImportOutcome.LooksAlike, here.Row, here.SourceId, here.Title,
            $"{here.Who} lijkt op ‘{there.Title}’ {there.Who}. Zijn ze hetzelfde?"));
    }

    private sealed record Candidate(string Key, long Row, string SourceId, string Title)
    {
        public HashSet<string> Organisations { get; } = new(StringComparer.Ordinal);

        public bool IsElsewhere { get; init; }

        public string Who => IsElsewhere
            ? "(al in de catalogus)"
            : $"({string.Join(", ", Organisations.Take(MostNames))}{(Organisations.Count > MostNames ? $" en {Organisations.Count - MostNames} meer" : "")})";
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Import;

/// <summary>Finds titles that look like the same thing, and proposes the pairs to editors. It merges nothing.</summary>
internal sealed class NearTitles(TimeProvider time)
{
    // Comparing is quick, but the texts must be in memory for it.
    private const int MostTitles = 50_000, MostNames = 5, MostProposed = 1_000, AtOnce = 500;

    private readonly Dictionary<string, Candidate> candidates = new(StringComparer.Ordinal);

    public void Add(ImportedEntry entry)
    {
        if ((entry.Group is null && !entry.ByHand) || candidates.Count > MostTitles)
            return;
        // Rows that people typed are a solution each, also two with the same title.
        var place = entry.Group is null ? $"id {entry.SourceId}" : $"title {entry.Group}";
        if (!candidates.TryGetValue(place, out var candidate))
            candidates[place] = candidate = new(entry.Group ?? Shorten.TitleKey(entry.Content.Title), entry.Row, entry.SourceId, entry.Content.Title);
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
            .Where(solution => !solution.IsSample && solution.Status != SolutionStatus.Merged && solution.Status != SolutionStatus.Archived && !db.Sources.Any(each => each.Solution == solution.Id && each.Source == source))
            .OrderBy(solution => solution.SortTitle).Take(MostTitles).Select(solution => new { solution.Id, solution.Title }).ToListAsync(cancellation);
        var all = candidates.Values
            .Concat(elsewhere.Select(each => new Candidate(Shorten.TitleKey(each.Title), 0, "", each.Title) { IsElsewhere = true, Solution = each.Id })).ToList();
        var pairs = Alikeness.Pairs(all.ConvertAll(each => each.Key)).Select(pair => (One: all[pair.One], Other: all[pair.Other]))
            .Where(pair => !pair.One.IsElsewhere || !pair.Other.IsElsewhere).ToList();
        await LocateAsync(db, source, pairs.SelectMany(pair => new[] { pair.One, pair.Other }), cancellation);
        var known = (await db.MergeProposals.AsNoTracking().ToListAsync(cancellation)).ToDictionary(each => (each.One, each.Other), each => each.State);
        var proposed = 0;
        foreach (var (one, other) in pairs)
        {
            if (one.Solution is not { } left || other.Solution is not { } right)
            {
                Report(one, other, tally);
                continue;
            }

            // They are one already, or an editor said that they are not the same.
            var pair = MergeProposal.Pair(left, right);
            if (left == right || known.GetValueOrDefault(pair) == ProposalState.Different)
                continue;
            Report(one, other, tally);
            if (proposed == MostProposed || !known.TryAdd(pair, ProposalState.Open))
                continue;
            db.MergeProposals.Add(MergeProposal.Of(source, left, right, time.GetUtcNow()));
            db.Record(new MergeProposed(pair.One, pair.Other), new Actor($"import {source}"));
            proposed++;
        }

        await db.SaveChangesAsync(cancellation);
    }

    // Which solution each entry became; only now all of them are written.
    private static async Task LocateAsync(CatalogueDb db, string source, IEnumerable<Candidate> candidates, CancellationToken cancellation)
    {
        foreach (var chunk in candidates.Where(each => !each.IsElsewhere).DistinctBy(each => each.SourceId).Chunk(AtOnce))
        {
            var ids = chunk.Select(each => each.SourceId).ToList();
            var solutions = await db.Sources.Where(each => each.Source == source && ids.Contains(each.SourceId))
                .ToDictionaryAsync(each => each.SourceId, each => each.Solution, StringComparer.Ordinal, cancellation);
            foreach (var candidate in chunk.Where(each => solutions.ContainsKey(each.SourceId)))
                candidate.Solution = solutions[candidate.SourceId];
        }
    }

    private static void Report(Candidate one, Candidate other, Tally tally)
    {
        var (here, there) = one.IsElsewhere ? (other, one) : (one, other);
        tally.Add(new(
            ImportOutcome.LooksAlike, here.Row, here.SourceId, here.Title,
            $"{(here.Who.Length > 0 ? $"{here.Who} lijkt" : "Lijkt")} op {$"‘{there.Title}’ {there.Who}".TrimEnd()}. Zijn ze hetzelfde?"));
    }

    private sealed record Candidate(string Key, long Row, string SourceId, string Title)
    {
        public HashSet<string> Organisations { get; } = new(StringComparer.Ordinal);

        public bool IsElsewhere { get; init; }

        public SolutionId? Solution { get; set; }

        public string Who => IsElsewhere
            ? "(al in de catalogus)"
            : Organisations.Count == 0 ? ""
            : $"({string.Join(", ", Organisations.Take(MostNames))}{(Organisations.Count > MostNames ? $" en {Organisations.Count - MostNames} meer" : "")})";
    }
}

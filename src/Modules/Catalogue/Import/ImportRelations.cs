using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Import;

/// <summary>Relates solutions as their source does, once all of them are there. A relation is only ever added.</summary>
internal sealed class ImportRelations(IServiceScopeFactory scopes, string source, Actor actor)
{
    public async Task WriteAsync(IReadOnlyList<ImportedEntry> entries, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var ids = entries.SelectMany(entry => entry.Relations.Select(relation => relation.SourceId).Append(entry.SourceId))
            .Distinct(StringComparer.Ordinal).ToList();
        var solutions = new Dictionary<string, SolutionId>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(1_000))
        {
            var found = await db.Sources.Where(each => each.Source == source && some.Contains(each.SourceId))
                .Select(each => new { each.SourceId, each.Solution }).ToListAsync(cancellation);
            found.ForEach(each => solutions[each.SourceId] = each.Solution);
        }

        var from = entries.Select(entry => solutions.GetValueOrDefault(entry.SourceId)).Distinct().ToList();
        var known = (await db.Relations.Where(relation => from.Contains(relation.From)).ToListAsync(cancellation))
            .Select(relation => (relation.From, relation.Kind, relation.To)).ToHashSet();
        foreach (var entry in entries)
        {
            if (!solutions.TryGetValue(entry.SourceId, out var solution))
                continue;
            var fresh = entry.Relations
                .Where(relation => solutions.ContainsKey(relation.SourceId))
                .Select(relation => (From: solution, relation.Kind, To: solutions[relation.SourceId]))
                .Where(relation => relation.From != relation.To && known.Add(relation)).ToList();
            db.Relations.AddRange(fresh.Select(relation => new SolutionRelation(relation.From, relation.Kind, relation.To)));
            if (fresh.Count > 0)
                db.Record(new SolutionRevised(solution, ["Relations"]), actor);
        }

        await db.SaveChangesAsync(cancellation);
    }
}

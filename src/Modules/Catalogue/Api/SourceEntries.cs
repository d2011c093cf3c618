using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Api;

/// <summary>The entries of outside sources, by the solution they went into.</summary>
internal sealed class SourceEntries
{
    private readonly Dictionary<SolutionId, List<SourceEntry>> bySolution = [];

    public static async Task<SourceEntries> ReadAsync(
        IQueryable<SolutionSource> sources, IOrganisations organisations, CancellationToken cancellation)
    {
        var entries = new SourceEntries();
        var rows = sources.AsNoTracking()
            .OrderBy(source => source.Source).ThenBy(source => source.SourceId)
            .Select(source => new { source.Solution, source.Source, source.SourceId, source.Url, source.Date, source.Organisation });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var organisation = row.Organisation is { } id ? OrganisationLink.Of(organisations.Find(id)) : null;
            if (!entries.bySolution.TryGetValue(row.Solution, out var list))
                entries.bySolution[row.Solution] = list = [];
            list.Add(new(row.Source, row.SourceId, row.Url, row.Date, organisation));
        }

        return entries;
    }

    /// <summary>Those of one solution, by source and id; the first is the one that lists name.</summary>
    public IReadOnlyList<SourceEntry> Of(SolutionId solution) => bySolution.TryGetValue(solution, out var list) ? list : [];
}

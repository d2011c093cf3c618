using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Searching;

/// <summary>What one source says of a solution in words of its own.</summary>
internal sealed record Telling(SolutionId Solution, OrganisationId? Organisation, string Text)
{
    // A solution that hundreds use must not be alike to everything because somebody among them says it.
    private const int Most = 50;

    /// <summary>Per solution the different texts of its sources, always in the same order.</summary>
    public static async Task<ILookup<SolutionId, Telling>> ReadAsync(
        IQueryable<SolutionSource> sources, CancellationToken cancellation)
    {
        var rows = await sources.Where(source => source.Text != "")
            .OrderBy(source => source.Source).ThenBy(source => source.SourceId)
            .Select(source => new Telling(source.Solution, source.Organisation, source.Text)).ToListAsync(cancellation);
        return rows.GroupBy(row => row.Solution).SelectMany(group => group.DistinctBy(row => row.Text).Take(Most))
            .ToLookup(row => row.Solution);
    }
}

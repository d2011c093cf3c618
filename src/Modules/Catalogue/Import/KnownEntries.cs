using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Import;

/// <summary>Which solution belongs to which group of entries, as earlier imports left it and as this one goes on.</summary>
/// <remarks>
/// The source may have renamed entries since. A solution stays with the group that most of its entries are in now; who
/// left for another title gets another solution. What came along when two solutions were made one stays there, and so do
/// new entries with its title.
/// </remarks>
internal sealed class KnownEntries(string source)
{
    private readonly Dictionary<(SolutionId Solution, ulong Group), int> votes = [];
    private readonly Dictionary<SolutionId, ulong> groups = [];
    private readonly Dictionary<ulong, SolutionId> solutions = [];
    private readonly Dictionary<ulong, SolutionId> cameAlong = [];

    /// <summary>Looks up which of these entries were imported before.</summary>
    public async Task LocateAsync(CatalogueDb db, IReadOnlyList<ImportedEntry> entries, CancellationToken cancellation)
    {
        var ids = entries.Select(entry => entry.SourceId).ToList();
        var known = await db.Sources.AsNoTracking()
            .Where(each => each.Source == source && ids.Contains(each.SourceId))
            .Select(each => new { each.SourceId, each.Solution, CameAlong = each.MergedFrom != null })
            .ToDictionaryAsync(each => each.SourceId, StringComparer.Ordinal, cancellation);
        foreach (var entry in entries)
        {
            if (!known.TryGetValue(entry.SourceId, out var row))
                continue;
            var vote = (row.Solution, Survey.GroupOf(entry));
            if (row.CameAlong)
                cameAlong[vote.Item2] = row.Solution;
            else
                votes[vote] = votes.GetValueOrDefault(vote) + 1;
        }
    }

    /// <summary>Decides on the groups; nothing is looked up afterwards.</summary>
    public void Finish()
    {
        var order = votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key.Solution.Value).ThenBy(vote => vote.Key.Group);
        foreach (var ((solution, group), _) in order)
        {
            if (groups.TryAdd(solution, group))
                solutions.TryAdd(group, solution);
        }

        foreach (var (group, solution) in cameAlong)
            solutions.TryAdd(group, solution);
        votes.Clear();
    }

    /// <summary>Whether the entry came along with a solution that was taken up in another, whose text it does not give.</summary>
    public bool CameAlong(ImportedEntry entry) => Survey.GroupOf(entry) is var group
        && cameAlong.TryGetValue(group, out var solution) && groups.GetValueOrDefault(solution) != group;

    /// <summary>The solution of an entry; null when it must be made.</summary>
    public SolutionId? SolutionOf(ImportedEntry entry, SolutionSource? known)
    {
        var group = Survey.GroupOf(entry);
        if (known?.MergedFrom is not null)
            return known.Solution;
        if (known is not null && groups.GetValueOrDefault(known.Solution, group) == group)
            return known.Solution;
        return solutions.TryGetValue(group, out var solution) ? solution : null;
    }

    /// <summary>A solution was made for the group of an entry.</summary>
    public void Made(ImportedEntry entry, SolutionId solution)
    {
        var group = Survey.GroupOf(entry);
        solutions[group] = solution;
        groups[solution] = group;
    }
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>What municipalities said does not fit, in memory on every node, with a sketch of each plan and no text.</summary>
internal sealed class Rejections(IServiceScopeFactory scopes, ISearch search) : ILedgerReader
{
    private ImmutableDictionary<SolutionId, ImmutableDictionary<Guid, Known>> bySolution =
        ImmutableDictionary<SolutionId, ImmutableDictionary<Guid, Known>>.Empty;

    private ImmutableDictionary<Guid, IReadOnlyList<SolutionId>> byCheck = ImmutableDictionary<Guid, IReadOnlyList<SolutionId>>.Empty;

    /// <inheritdoc/>
    public string Name => "rejections";

    /// <inheritdoc/>
    public bool EveryNode => true;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellation) => LoadAsync(only: null, cancellation);

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var changed = entries.Where(entry => entry.Subject == CheckEvent.SubjectName).Select(entry => entry.SubjectId).Distinct().ToList();
        if (changed.Count > 0)
            await LoadAsync(changed, cancellation);
    }

    /// <summary>The matches of a plan with what was said for alike plans, best first as the rule has it.</summary>
    /// <param name="text">The plan.</param>
    /// <param name="found">Its matches, best first by words.</param>
    /// <param name="own">For whom the reader works, if anybody.</param>
    /// <param name="inOwnOrder">Whether each match must stay at its own place.</param>
    public IReadOnlyList<RankedMatch> Rank(string text, IReadOnlyList<FoundSolution> found, OrganisationId? own, bool inOwnOrder)
    {
        var known = Volatile.Read(ref bySolution);
        var plan = new Lazy<TextSketch>(() => search.Sketch(text));
        IReadOnlyList<RankedMatch> all = [.. found.Select((match, at) => known.TryGetValue(match.Card.Id, out var said)
            ? Heard(new(match, at + 1), [.. said.Values], plan.Value, own)
            : new RankedMatch(match, at + 1))];
        return inOwnOrder ? all : RejectionRule.Order(all);
    }

    private RankedMatch Heard(RankedMatch match, IReadOnlyList<Known> said, TextSketch plan, OrganisationId? own)
    {
        // A municipality counts once, however many plans it has.
        var heard = search.Compare(plan, [.. said.Select(each => each.Sketch)])
            .Select((likeness, at) => (said[at].Organisation, said[at].Check, Weight: RejectionRule.Weight(likeness.Cosine)))
            .Where(each => each.Weight > 0)
            .GroupBy(each => each.Organisation, (_, same) => same.MaxBy(each => each.Weight)).ToList();
        return match with
        {
            Factor = RejectionRule.Factor(heard.Sum(each => each.Weight)),
            Others = heard.Count(each => each.Organisation != own),
            Ours = heard.Where(each => each.Organisation == own).Select(each => (Guid?)each.Check).FirstOrDefault(),
        };
    }

    private async Task LoadAsync(IReadOnlyCollection<Guid>? only, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var rejections = db.Rejections.Where(each => each.TakenBack == null && each.SetAside == null);
        var checks = db.Checks.Where(check => check.Withdrawn == null && rejections.Any(each => each.Check == check.Id));
        if (only is not null)
            (rejections, checks) = (rejections.Where(each => only.Contains(each.Check)), checks.Where(check => only.Contains(check.Id)));
        var rejected = (await rejections.Select(each => new { each.Check, each.Solution }).ToListAsync(cancellation))
            .ToLookup(each => each.Check, each => each.Solution);
        foreach (var check in only ?? [])
            Forget(check);
        await foreach (var check in checks.Select(each => new { each.Id, each.Organisation, each.Text }).AsAsyncEnumerable().WithCancellation(cancellation))
            Learn(new(check.Id, check.Organisation, search.Sketch(check.Text)), [.. rejected[check.Id]]);
    }

    private void Learn(Known known, IReadOnlyList<SolutionId> solutions)
    {
        byCheck = byCheck.SetItem(known.Check, solutions);
        foreach (var solution in solutions)
        {
            var said = bySolution.GetValueOrDefault(solution, ImmutableDictionary<Guid, Known>.Empty);
            Volatile.Write(ref bySolution, bySolution.SetItem(solution, said.SetItem(known.Check, known)));
        }
    }

    private void Forget(Guid check)
    {
        foreach (var solution in byCheck.GetValueOrDefault(check, []))
            Volatile.Write(ref bySolution, bySolution.SetItem(solution, bySolution[solution].Remove(check)));
        byCheck = byCheck.Remove(check);
    }

    private sealed record Known(Guid Check, OrganisationId Organisation, TextSketch Sketch);
}

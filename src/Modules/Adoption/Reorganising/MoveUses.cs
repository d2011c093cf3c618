using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption.Uses;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Reorganising;

/// <summary>Lets the uses of municipalities that ended show at who carries on their work; after a split it asks each of them.</summary>
/// <remarks>
/// The use of the predecessor stays as it was and says that it moved; what moved already is left alone, so it may run again and again. What the successor itself
/// said goes first.
/// </remarks>
internal sealed class MoveUses(AdoptionDb db, IOrganisations organisations)
{
    private const int AtOnce = 500;

    /// <summary>What would move on a day. Nothing changes.</summary>
    public async Task<IReadOnlyList<ReorganisedUses>> LookAsync(DateOnly on, CancellationToken cancellation)
    {
        var ended = Ended(on);
        var theirs = ended.Keys.ToList();
        var counts = await Left(theirs).GroupBy(use => use.User).Select(of => new { User = of.Key, Count = of.Count() }).ToListAsync(cancellation);
        return [.. counts.Select(each => ended[each.User] with { Uses = each.Count }).OrderBy(each => each.On).ThenBy(each => each.Predecessor.Slug, StringComparer.Ordinal)];
    }

    /// <summary>Moves them.</summary>
    /// <returns>Per municipality that ended how many.</returns>
    public async Task<IReadOnlyList<ReorganisedUses>> RunAsync(DateOnly on, Actor actor, CancellationToken cancellation)
    {
        var ended = Ended(on);
        var theirs = ended.Keys.ToList();
        var moved = new Dictionary<OrganisationId, int>();
        var lost = 0;
        // All of one solution in one save: of two predecessors goes along what is in use, and else the surest.
        while (await Left(theirs).Select(use => use.Solution).Distinct().OrderBy(solution => solution).Take(AtOnce).ToListAsync(cancellation) is { Count: > 0 } solutions)
        {
            var rows = await db.Uses.Where(use => solutions.Contains(use.Solution)).ToListAsync(cancellation);
            List<Use> left = [.. JoinedUses.SurestFirst(rows.Where(use => use.MovedOn is null && ended.ContainsKey(use.User))).OrderBy(use => use.Place)];
            var known = rows.ToDictionary(use => (use.Solution, use.User));
            foreach (var use in left)
                Move(use, ended[use.User], known, actor);
            try
            {
                await db.SaveChangesAsync(cancellation);
                foreach (var (user, count) in left.CountBy(use => use.User))
                    moved[user] = moved.GetValueOrDefault(user) + count;
            }
            catch (Exception error) when (++lost < Uses.Adoption.Attempts && PlatformDb.MayHaveLost(error))
            {
                // Somebody decided about one of these at the same moment. Look again at what stands there now.
            }

            db.ChangeTracker.Clear();
        }

        return [.. moved.Select(each => ended[each.Key] with { Uses = each.Value }).OrderBy(each => each.On).ThenBy(each => each.Predecessor.Slug, StringComparer.Ordinal)];
    }

    private IQueryable<Use> Left(List<OrganisationId> theirs) => db.Uses.Where(use => use.MovedOn == null && theirs.Contains(use.User));

    // Who ended by that day, with who carries on that day. A chain of reorganisations is one step.
    private Dictionary<OrganisationId, ReorganisedUses> Ended(DateOnly on) => organisations.AllMunicipalities
        .Where(each => each.ValidUntil <= on)
        .Select(each => new ReorganisedUses(each.Summary, [.. organisations.SuccessorsOn(each.Id, on).Select(next => next.Summary)], each.ValidUntil!.Value, 0))
        .Where(each => each.Successors.Count > 0)
        .ToDictionary(each => each.Predecessor.Id);

    private void Move(Use use, ReorganisedUses to, Dictionary<(SolutionId, OrganisationId), Use> known, Actor actor)
    {
        foreach (var successor in to.Successors.Where(_ => use.GoesAlong(to.IsSplit)))
        {
            var next = known.GetValueOrDefault((use.Solution, successor.Id));
            if (next is null)
                db.Uses.Add(known[(use.Solution, successor.Id)] = next = Use.Own(use.Solution, successor.Id));
            else if (!next.GivesWayTo(use, to.IsSplit))
            {
                next.HideAs(use);
                continue;
            }

            next.ComeFrom(use, to.Predecessor, to.On, to.IsSplit);
            db.Record(
                to.IsSplit ? new UseAskedAfterSplit(use.Solution, use.User, successor.Id, to.On) : new UseMoved(use.Solution, use.User, successor.Id, to.On), actor);
        }

        use.Leave(to.On);
        db.Record(new UseLeft(use.Solution, use.User, to.On), actor);
    }
}

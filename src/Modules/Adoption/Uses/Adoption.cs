using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption.Reorganising;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption.Uses;

/// <summary>What stands behind the door: the register in memory answers, the database keeps.</summary>
internal sealed class Adoption(UseRegister register, DecideUses decide, IServiceScopeFactory scopes) : IAdoption
{
    /// <summary>How often a change is tried that another made at the same moment.</summary>
    public const int Attempts = 5;

    public UseTotals Totals => register.Totals;

    public UsersOfSolution UsersOf(SolutionId solution) => register.UsersOf(solution);

    public int MunicipalitiesOf(SolutionId solution) => register.MunicipalitiesOf(solution);

    public IReadOnlyList<OrganisationId> ToTellOf(SolutionId solution) => register.ToTellOf(solution);

    public IReadOnlyList<UsersOfSolution> UsersOfEach(IReadOnlyCollection<SolutionId> solutions) => register.UsersOfEach(solutions);

    public IReadOnlyList<UseBy> UsesBy(OrganisationId user) => register.UsesBy(user);

    public IEnumerable<(SolutionId Solution, UserOf User)> All() => register.All();

    public IEnumerable<KeyValuePair<SolutionId, UsersOfSolution>> Used() => register.Used();

    public IReadOnlyList<OrganisationId> StartedSince(DateOnly day) => register.StartedSince(day);

    public IReadOnlyCollection<SolutionId> ChangedByItselfAfter(DateOnly day) => register.ChangedByItselfAfter(day);

    public async Task<int> ClaimAsync(IReadOnlyList<UseClaim> claims, Actor actor, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryClaimAsync(claims, actor, cancellation);
            }
            catch (Exception error) when (attempt < Attempts && PlatformDb.MayHaveLost(error))
            {
                // Somebody else claimed one of these at the same moment. It is known now, so look again.
            }
        }
    }

    public async Task<UseOutcome> StateOwnUseAsync(
        SolutionId solution, OrganisationId user, bool confirms, DateOnly today, Actor actor, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        var use = await db.Uses.SingleOrDefaultAsync(each => each.Solution == solution && each.User == user, cancellation)
            ?? db.Uses.Add(Use.Own(solution, user)).Entity;
        var outcome = use.StateOwn(confirms, today);
        if (!outcome.Changed)
            return outcome;
        db.Record(new OwnUseStated(solution, user, confirms), actor);
        await db.SaveChangesAsync(cancellation);
        return outcome;
    }

    public Task<IReadOnlyList<OwnUse>> OwnUsesAsync(OrganisationId user, CancellationToken cancellation) => decide.OwnAsync(user, cancellation);

    public Task<IReadOnlyList<OwnUse>> OwnUsesToAnswerAsync(OrganisationId user, ToAnswer what, DateOnly before, CancellationToken cancellation) =>
        decide.OwnToAnswerAsync(user, what, before, cancellation);

    public Task<OwnUse?> OwnUseAsync(OrganisationId user, SolutionId solution, CancellationToken cancellation) => decide.OwnAsync(user, solution, cancellation);

    public Task<IReadOnlyDictionary<OrganisationId, UseDetails>> NotesAsync(
        SolutionId solution, IReadOnlyCollection<OrganisationId> users, CancellationToken cancellation) => decide.NotesAsync(solution, users, cancellation);

    public Task<IReadOnlyList<UseOutcome>> DecideAsync(
        OrganisationId user, IReadOnlyList<UseDecision> decisions, Guid batch, bool confirms, DateOnly today, Actor actor, CancellationToken cancellation) =>
        decide.RunAsync(user, decisions, new(batch, confirms, today, actor), cancellation);

    public Task<IReadOnlyList<UseOutcome>> LookAsync(
        OrganisationId user, IReadOnlyList<UseDecision> decisions, bool confirms, DateOnly today, CancellationToken cancellation) =>
        decide.RunAsync(user, decisions, new(Guid.Empty, confirms, today, Actor: null), cancellation);

    public Task<int> UndoAsync(OrganisationId user, Guid batch, DateOnly today, Actor actor, CancellationToken cancellation) =>
        decide.UndoAsync(user, batch, today, actor, cancellation);

    public Task<IReadOnlyDictionary<OrganisationId, UsesToAnswer>> ToAnswerAsync(DateOnly before, CancellationToken cancellation) =>
        decide.ToAnswerAsync(before, cancellation);

    public async Task JoinAsync(SolutionId solution, SolutionId into, Actor actor, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        var known = await db.Joined.SingleOrDefaultAsync(each => each.Solution == solution, cancellation);
        if (known is not null)
            return;
        db.Joined.Add(new JoinedSolution(solution, into));
        await RegroupAsync(db, solution, into, actor, cancellation);
    }

    public async Task SplitAsync(SolutionId solution, Actor actor, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        if (await db.Joined.SingleOrDefaultAsync(each => each.Solution == solution, cancellation) is not { } known)
            return;
        db.Joined.Remove(known);
        await RegroupAsync(db, solution, known.Into, actor, cancellation);
    }

    public async Task RegisterSamplesAsync(IReadOnlyList<SampleUse> uses, Actor actor, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        foreach (var solution in uses.GroupBy(use => use.Solution))
        {
            db.Uses.AddRange(solution.Select(Use.Sample));
            db.Record(new SampleUsesRegistered(solution.Key, solution.Count()), actor);
        }

        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyList<ReorganisedUses>> ReorganiseAsync(DateOnly on, Actor? actor, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var move = scope.ServiceProvider.GetRequiredService<MoveUses>();
        return actor is null ? await move.LookAsync(on, cancellation) : await move.RunAsync(on, actor, cancellation);
    }

    private static async Task RegroupAsync(
        AdoptionDb db, SolutionId solution, SolutionId other, Actor actor, CancellationToken cancellation)
    {
        db.Record(new UsesRegrouped(solution), actor);
        db.Record(new UsesRegrouped(other), actor);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<int> TryClaimAsync(IReadOnlyList<UseClaim> claims, Actor actor, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        var solutions = claims.Select(claim => claim.Solution).Distinct().ToList();
        var known = await db.Uses.Where(use => solutions.Contains(use.Solution))
            .ToDictionaryAsync(use => (use.Solution, use.User), cancellation);

        var added = 0;
        var again = new List<UseClaim>();
        foreach (var claim in claims)
        {
            if (known.TryGetValue((claim.Solution, claim.User), out var use))
            {
                if (!use.ClaimAgain(claim))
                {
                    if (use.StatedAgain(claim))
                        again.Add(claim);
                    continue;
                }
            }
            else
            {
                known[(claim.Solution, claim.User)] = db.Uses.Add(Use.Claimed(claim)).Entity;
                added++;
            }

            db.Record(new UseClaimed(claim.Solution, claim.User, claim.State, claim.ClaimedBy, claim.ClaimedOn), actor);
        }

        // Only the day is later: told once for all of them, so that the ledger stays readable.
        foreach (var source in again.GroupBy(claim => (claim.ClaimedBy, claim.ClaimedOn)))
            db.Record(new UsesStatedAgain(source.Key.ClaimedBy, source.Key.ClaimedOn, [.. source.Select(claim => claim.Solution).Distinct()]), actor);
        await db.SaveManyAsync(cancellation);
        return added;
    }
}

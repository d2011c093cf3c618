using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Uses;

/// <summary>Who decides, when, and under which name it can be undone.</summary>
/// <param name="Batch">The name.</param>
/// <param name="Confirms">Whether the person may confirm.</param>
/// <param name="Today">The day.</param>
/// <param name="Actor">Who; null when it is only to see what would come of it.</param>
internal sealed record Deciding(Guid Batch, bool Confirms, DateOnly Today, Actor? Actor);

/// <summary>Reads and changes the uses of one organisation for its own people.</summary>
internal sealed class DecideUses(UseRegister register, IOrganisations organisations, AskTogether together, IServiceScopeFactory scopes)
{
    private static readonly CompiledQuery<Func<AdoptionDb, OrganisationId, DateOnly, bool, IAsyncEnumerable<Use>>> Asked = new(() => EF.CompileAsyncQuery(
        (AdoptionDb db, OrganisationId user, DateOnly limit, bool claims) => db.Uses.Where(use => use.User == user && use.ConfirmedOn <= limit)
            .Concat(db.Uses.Where(use => claims && use.User == user && use.ConfirmedOn == null && use.RejectedOn == null)).AsNoTracking()));

    public async Task<IReadOnlyList<OwnUse>> OwnAsync(OrganisationId user, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var uses = await Of(scope.ServiceProvider.GetRequiredService<AdoptionDb>(), user).AsNoTracking().ToListAsync(cancellation);
        return [.. uses.GroupBy(use => register.WholeOf(use.Solution)).Select(of => Show(user, of.Key, of)).OfType<OwnUse>()];
    }

    public async Task<IReadOnlyList<OwnUse>> OwnToAnswerAsync(OrganisationId user, ToAnswer what, DateOnly before, CancellationToken cancellation)
    {
        var claims = what.HasFlag(ToAnswer.Claims);
        var limit = what.HasFlag(ToAnswer.Lapsing) ? before.AddMonths(-UseProof.MonthsUntilLapsed) : DateOnly.MinValue;
        return await together.OneAsync<AdoptionDb, IReadOnlyList<OwnUse>>(
            async db =>
            {
                var uses = await Asked.For(db)(db, user, limit, claims).ToListAsync(cancellation);
                // Of solutions that count as one, another use may count than the one that seems old. What only a joint body says is not asked.
                var parts = uses.Select(use => register.WholeOf(use.Solution)).Where(register.HasParts).SelectMany(register.PartsOf).ToHashSet();
                if (parts.Count > 0)
                {
                    uses.RemoveAll(use => parts.Contains(use.Solution));
                    uses.AddRange(await db.Uses.AsNoTracking().Where(use => use.User == user && parts.Contains(use.Solution)).ToListAsync(cancellation));
                }

                return [..
                    from of in uses.GroupBy(use => register.WholeOf(use.Solution))
                    let best = JoinedUses.Best(of)
                    where !best.StandsAside
                    select Show(of.Key, best)];
            },
            cancellation);
    }

    public async Task<OwnUse?> OwnAsync(OrganisationId user, SolutionId solution, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var parts = register.PartsOf(register.WholeOf(solution)).ToList();
        var uses = await Of(scope.ServiceProvider.GetRequiredService<AdoptionDb>(), user).AsNoTracking()
            .Where(use => parts.Contains(use.Solution)).ToListAsync(cancellation);
        return Show(user, parts[0], uses);
    }

    public async Task<IReadOnlyDictionary<OrganisationId, UseDetails>> NotesAsync(
        SolutionId solution, IReadOnlyCollection<OrganisationId> users, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var parts = register.PartsOf(register.WholeOf(solution)).ToList();
        var uses = await scope.ServiceProvider.GetRequiredService<AdoptionDb>().Uses.AsNoTracking()
            .Where(use => users.Contains(use.User) && parts.Contains(use.Solution)).ToListAsync(cancellation);
        // What is hidden in one place is hidden.
        return uses.GroupBy(use => use.User).Where(of => !of.Any(use => use.Hidden))
            .Select(of => JoinedUses.Best(of)).Where(use => use is { State: UseState.Active, RejectedOn: null, StandsAside: false })
            .ToDictionary(use => use.User, use => DetailsOf(use));
    }

    public async Task<IReadOnlyList<UseOutcome>> RunAsync(
        OrganisationId user, IReadOnlyList<UseDecision> decisions, Deciding deciding, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(user, decisions, deciding, cancellation);
            }
            catch (Exception error) when (attempt < Adoption.Attempts && PlatformDb.MayHaveLost(error))
            {
                // Somebody else decided about one of these at the same moment. Look again at what stands there now.
            }
        }
    }

    public async Task<int> UndoAsync(OrganisationId user, Guid batch, DateOnly today, Actor actor, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        var uses = await db.Uses.Where(use => use.User == user && use.Batch == batch).ToListAsync(cancellation);
        foreach (var use in uses.Where(use => use.Undo(batch, today)))
            db.Record(new UseDecisionUndone(use.Solution, user), actor);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return uses.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            // A second click, or a newer decision. What it undid or decided stands.
            return 0;
        }
    }

    public async Task<IReadOnlyDictionary<OrganisationId, UsesToAnswer>> ToAnswerAsync(DateOnly before, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        var limit = before.AddMonths(-UseProof.MonthsUntilLapsed);
        var counts = await db.Uses
            .Where(use => use.RejectedOn == null && use.MovedOn == null
                && ((use.ConfirmedOn == null && use.ClaimedAs != ClaimKind.JointBody) || (use.ConfirmedOn < limit && (use.State == UseState.Active || use.State == UseState.Planned))))
            .GroupBy(use => new { use.User, Waits = use.ConfirmedOn == null })
            .Select(of => new { of.Key.User, of.Key.Waits, Count = of.Count() })
            .ToListAsync(cancellation);
        return counts.ToLookup(each => each.User).ToDictionary(
            of => of.Key, of => new UsesToAnswer(of.Where(each => each.Waits).Sum(each => each.Count), of.Where(each => !each.Waits).Sum(each => each.Count)));
    }

    private async Task<IReadOnlyList<UseOutcome>> TryAsync(
        OrganisationId user, IReadOnlyList<UseDecision> decisions, Deciding deciding, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        var parts = decisions.SelectMany(decision => register.PartsOf(register.WholeOf(decision.Solution))).Distinct().ToList();
        var uses = (await Of(db, user).Where(use => parts.Contains(use.Solution)).ToListAsync(cancellation))
            .ToLookup(use => register.WholeOf(use.Solution));
        var known = uses.Where(of => of.Any(use => use.User == user)).ToDictionary(of => of.Key, of => JoinedUses.Best(of.Where(use => use.User == user)));

        var outcomes = new List<UseOutcome>(decisions.Count);
        foreach (var decision in decisions)
        {
            var whole = register.WholeOf(decision.Solution);
            var begins = !known.TryGetValue(whole, out var use);
            var via = ViaOf(user, uses[whole]);
            use ??= Use.Own(whole, user);
            var outcome = use.Decide(
                decision, deciding.Confirms, deciding.Today, deciding.Batch,
                via is { } from ? from.Use.For(from.Member, NameOf(from.Member.JointBody), begins ? null : use) : null);
            outcomes.Add(outcome);
            if (!outcome.Changed)
                continue;
            if (deciding.Actor is not { } actor)
                continue;
            if (begins)
                db.Uses.Add(known[whole] = use);
            // Followers hear of a new user, and of nothing that is hidden.
            db.Record(begins && via is null && use is { State: UseState.Active, Hidden: false }
                ? new OwnUseStated(use.Solution, user, deciding.Confirms) : new UseDecided(use.Solution, user, decision.Answer), actor);
        }

        if (deciding.Actor is null)
            return outcomes;
        if (outcomes.Exists(outcome => outcome.Trouble is not null))
            return [.. outcomes.Select(outcome => outcome with { Changed = false })];
        await db.SaveChangesAsync(cancellation);
        return outcomes;
    }

    // The uses of the organisation itself, and those of the joint bodies in which it takes part.
    private IQueryable<Use> Of(AdoptionDb db, OrganisationId user)
    {
        List<OrganisationId> whose = [user, .. JointBodiesOf(user)];
        return whose.Count == 1 ? db.Uses.Where(use => use.User == user) : db.Uses.Where(use => whose.Contains(use.User));
    }

    private List<OrganisationId> JointBodiesOf(OrganisationId user) =>
        [.. organisations.Members.JointBodiesOf(user).Select(member => member.JointBody)];

    // What a joint body says for a member that has nothing to say of it itself; of several the surest.
    private (Use Use, TakesPart Member)? ViaOf(OrganisationId user, IEnumerable<Use> ofOneSolution)
    {
        var byUser = ofOneSolution.ToLookup(use => use.User);
        if (byUser[user].Any() && !JoinedUses.Best(byUser[user]).StandsAside)
            return null;
        return organisations.Members.JointBodiesOf(user)
            .Where(member => byUser.Contains(member.JointBody))
            .Select(member => (Use: JoinedUses.Best(byUser[member.JointBody]), Member: member))
            .Where(each => each.Use is { State: UseState.Active or UseState.Planned, RejectedOn: null })
            .OrderByDescending(each => each.Use.ConfirmedOn).ThenByDescending(each => each.Use.ClaimedOn).ThenBy(each => each.Use.User.Value)
            .Select(each => ((Use, TakesPart)?)each).FirstOrDefault();
    }

    private string NameOf(OrganisationId jointBody) =>
        organisations.Find(jointBody)?.Name is { } name ? name[..Math.Min(name.Length, Use.ClaimedByLength)] : "";

    private OwnUse? Show(OrganisationId user, SolutionId solution, IEnumerable<Use> uses)
    {
        var own = uses.Where(use => use.User == user).ToList();
        var best = own.Count == 0 ? null : JoinedUses.Best(own);
        if (ViaOf(user, uses) is { } via)
        {
            return new(solution, via.Use.State, via.Use.Since < via.Member.From ? via.Member.From : via.Use.Since, via.Use.ConfirmedOn)
            {
                ClaimedBy = via.Use.ClaimedBy,
                ClaimedAs = via.Use.ClaimedAs,
                ClaimedOn = via.Use.ClaimedOn,
                Via = via.Use.User,
                Details = new(via.Use.Since < via.Member.From ? via.Member.From : via.Use.Since, Hidden: via.Use.Hidden),
                Seen = best?.Revision ?? 0,
            };
        }

        return best is null || (best.StandsAside && best.RejectedOn is null) ? null : Show(solution, best);
    }

    private static UseDetails DetailsOf(Use use) => new(use.Since, use.Version, use.Changed, use.Again, use.Contact, use.Hidden);

    private static OwnUse Show(SolutionId solution, Use use) => new(solution, use.State, use.Since, use.ConfirmedOn)
    {
        ClaimedBy = use.ClaimedBy,
        ClaimedAs = use.ClaimedAs,
        ClaimedOn = use.ClaimedOn,
        EndedOn = use.EndedOn,
        EndReason = use.EndReason,
        RejectedOn = use.RejectedOn,
        RejectReason = use.RejectReason,
        Origin = use is { Origin: { } origin, OriginOn: { } on } ? new(origin, on) : null,
        Moved = use.MovedOn is not null,
        Details = DetailsOf(use),
        Seen = use.Revision,
    };
}

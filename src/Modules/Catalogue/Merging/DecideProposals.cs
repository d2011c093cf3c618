using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Merging;

/// <summary>Keeps which pairs may be the same, and remembers of which an editor said that they are not.</summary>
internal sealed class DecideProposals(CatalogueDb db, TimeProvider time)
{
    /// <summary>A person says that two are the same. What waits already is not asked twice.</summary>
    /// <exception cref="RuleViolation">An editor looked at it before.</exception>
    public async Task ProposeAsync(SolutionId one, SolutionId other, string why, CurrentPerson by, CancellationToken cancellation)
    {
        if (one == other)
            throw new RuleViolation("Other", "Kies een andere oplossing.");
        if (await FindAsync(one, other, cancellation) is { } known)
        {
            if (known.State == ProposalState.Different)
                throw new RuleViolation("Other", "De redactie keek hier al naar: deze twee zijn niet hetzelfde.");
            return;
        }

        db.MergeProposals.Add(MergeProposal.By(by.Id, one, other, why, time.GetUtcNow()));
        db.Record(new MergeProposed(one, other), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>An editor says that two are not the same; nobody proposes it again.</summary>
    public async Task DifferentAsync(SolutionId one, SolutionId other, CurrentPerson by, CancellationToken cancellation)
    {
        var proposal = await FindAsync(one, other, cancellation)
            ?? db.MergeProposals.Add(MergeProposal.By(by.Id, one, other, "", time.GetUtcNow())).Entity;
        proposal.Decide(ProposalState.Different, time.GetUtcNow());
        db.Record(new MergeRefused(one, other), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes that back: it waits again.</summary>
    /// <returns>Whether there was such a pair.</returns>
    public async Task<bool> ReopenAsync(SolutionId one, SolutionId other, CurrentPerson by, CancellationToken cancellation)
    {
        if (await FindAsync(one, other, cancellation) is not { State: ProposalState.Different } proposal)
            return false;
        proposal.Reopen();
        db.Record(new MergeProposed(one, other), by.Actor);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Where a post takes "niet hetzelfde" back.</summary>
    public static string ReopenPath(string root, SolutionId one, SolutionId other) =>
        $"{root}/redactie/dubbel?handler=Reopen&een={one}&ander={other}";

    private async Task<MergeProposal?> FindAsync(SolutionId one, SolutionId other, CancellationToken cancellation)
    {
        var pair = MergeProposal.Pair(one, other);
        return await db.MergeProposals.SingleOrDefaultAsync(each => each.One == pair.One && each.Other == pair.Other, cancellation);
    }
}

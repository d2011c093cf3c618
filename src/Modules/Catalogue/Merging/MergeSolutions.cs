using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Archiving;
using Parelmuur.Catalogue.Import;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Merging;

/// <summary>Makes one solution of two, and parts them again. Nothing is deleted: what moves is written down.</summary>
/// <remarks>Uses, conversations and follows react to the ledger; they stay kept under the id that they had.</remarks>
internal sealed class MergeSolutions(
    CatalogueDb db, MergeTexts texts, ReviseSolution revise, TellUsers tell, IOrganisations organisations, Words words, TimeProvider time)
{
    /// <summary>Takes a solution up in another.</summary>
    /// <param name="other">The one that is taken up.</param>
    /// <param name="into">The one that goes on.</param>
    /// <param name="taken">The parts of the text that the one that goes on takes over.</param>
    /// <param name="reason">Why they are the same.</param>
    /// <param name="by">The editor.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RuleViolation">They cannot go together, or somebody just changed one of them.</exception>
    public Task<SolutionMerge> RunAsync(
        Solution other, Solution into, IReadOnlyList<string> taken, string reason, CurrentPerson by, CancellationToken cancellation) =>
        UnlessChangedAsync(() => MergeAsync(other, into, taken, reason, by, cancellation), cancellation);

    /// <summary>The parts that were taken over and that somebody changed since: they stay as they are.</summary>
    public IReadOnlyList<string> StaysOf(SolutionMerge merge, Solution other, Solution into) =>
        [.. merge.Moved.Taken.Where(part => !texts.IsSame(part, into.Content(), other.Content()))];

    /// <summary>Parts them again.</summary>
    /// <exception cref="RuleViolation">The one that went on was taken up in yet another, or somebody just changed one of them.</exception>
    public Task UndoAsync(SolutionMerge merge, Solution other, Solution into, CurrentPerson by, CancellationToken cancellation) =>
        UnlessChangedAsync(() => PartAsync(merge, other, into, by, cancellation), cancellation);

    // Of two at the same moment the second finds that what it read is not so any more. On PostgreSQL they may also wait for each other.
    private async Task<T> UnlessChangedAsync<T>(Func<Task<T>> change, CancellationToken cancellation)
    {
        try
        {
            return await change();
        }
        catch (Exception error) when (PlatformDb.MayHaveLost(error) && !cancellation.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            throw new RuleViolation("", "Iemand bewaarde net een wijziging. Bekijk die eerst, en probeer het dan weer.");
        }
    }

    private async Task<SolutionMerge> MergeAsync(
        Solution other, Solution into, IReadOnlyList<string> taken, string reason, CurrentPerson by, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var told = new SolutionMoment(Guid.CreateVersion7(), into.Id, organisations.Today, $"Samengevoegd met ‘{other.Title}’. {reason}");
        var (status, slug, version) = (other.Status, other.Slug, into.Version);
        other.MergeInto(into);
        var relations = await MoveRelationsAsync(other.Id, into.Id, cancellation);
        var moved = new MovedParts
        {
            Status = status,
            Slug = slug,
            Slugs = await MoveSlugsAsync(other.Id, into.Id, cancellation),
            Sources = await MoveSourcesAsync(other, into.Id, cancellation),
            Relations = relations.Gone,
            Gained = relations.Gained,
            Taken = taken,
            Version = version,
            Steward = into.TakeStewardOf(other),
            Told = told.Id,
        };
        var merge = new SolutionMerge(Guid.CreateVersion7(), other.Id, into.Id, reason, time.GetUtcNow(), by.Id, moved);
        db.Merges.Add(merge);
        db.Moments.Add(told);
        await EndWaitingAsync(other.Id, into.Id, cancellation);
        db.Record(new SolutionMerged(other.Id, into.Id), by.Actor);
        db.Record(new SolutionRevised(into.Id, ["Sources"]), by.Actor);
        await TellAsync(other, into, reason, by, cancellation);
        await db.SaveChangesAsync(cancellation);
        // Only now its address is free, should the title be taken over.
        if (taken.Count > 0)
        {
            var content = texts.Take(into.Content(), other.Content(), taken);
            await revise.RunAsync(into, each => each.TakeOver(content), by, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return merge;
    }

    private async Task<SolutionMerge> PartAsync(
        SolutionMerge merge, Solution other, Solution into, CurrentPerson by, CancellationToken cancellation)
    {
        if (into.Status == SolutionStatus.Merged)
            throw new RuleViolation("", "Deze oplossing is zelf ook samengevoegd. Maak dat eerst ongedaan.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (moved, slugs) = (merge.Moved, merge.Moved.Slugs.ToList());
        await GiveBackTextAsync(merge, other, into, by, cancellation);
        foreach (var slug in await db.Slugs.Where(each => each.Solution == into.Id && slugs.Contains(each.Slug)).ToListAsync(cancellation))
            slug.LeadTo(other.Id);
        await MoveSourcesBackAsync(moved, other.Id, into.Id, cancellation);
        await MoveRelationsBackAsync(moved, cancellation);
        db.Moments.RemoveRange(await db.Moments.Where(moment => moment.Id == moved.Told).ToListAsync(cancellation));
        if (moved.Steward)
            into.GiveBackStewardOf(other);
        other.GetLooseFrom(into, moved.Status, moved.Slug);
        merge.Undo(time.GetUtcNow());
        var pair = MergeProposal.Pair(other.Id, into.Id);
        (await db.MergeProposals.FindAsync([pair.One, pair.Other], cancellation))?.Reopen();
        db.Record(new MergeUndone(other.Id, into.Id), by.Actor);
        db.Record(new SolutionRevised(into.Id, ["Sources"]), by.Actor);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return merge;
    }

    // A part that nobody changed since says again what it said before; the address follows the title.
    private async Task GiveBackTextAsync(SolutionMerge merge, Solution other, Solution into, CurrentPerson by, CancellationToken cancellation)
    {
        var back = merge.Moved.Taken.Except(StaysOf(merge, other, into)).ToList();
        var before = back.Count == 0 ? null : await db.Versions
            .Where(version => version.Solution == into.Id && version.Number >= merge.Moved.Version)
            .OrderBy(version => version.Number).Select(version => version.Content).FirstOrDefaultAsync(cancellation);
        if (before is not null)
        {
            var content = texts.Take(into.Content(), before, back);
            await revise.RunAsync(into, each => each.TakeOver(content), by, cancellation);
        }

        var theirs = merge.Moved.Slugs.ToList();
        if (!theirs.Contains(into.Slug))
            return;
        into.MoveTo(await db.Slugs.Where(slug => slug.Solution == into.Id && !theirs.Contains(slug.Slug))
            .OrderBy(slug => slug.Slug).Select(slug => slug.Slug).FirstAsync(cancellation));
        db.Record(new SolutionRevised(into.Id, ["Slug"]), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<IReadOnlyList<string>> MoveSlugsAsync(SolutionId from, SolutionId into, CancellationToken cancellation)
    {
        var slugs = await db.Slugs.Where(slug => slug.Solution == from).ToListAsync(cancellation);
        slugs.ForEach(slug => slug.LeadTo(into));
        return [.. slugs.Select(slug => slug.Slug)];
    }

    private async Task<IReadOnlyList<MovedSource>> MoveSourcesAsync(Solution from, SolutionId into, CancellationToken cancellation)
    {
        var sources = await db.Sources.Where(source => source.Solution == from.Id).ToListAsync(cancellation);
        List<MovedSource> moved = [.. sources.Select(each => new MovedSource(each.Source, each.SourceId, each.Text, each.MergedFrom?.Value))];
        var said = Shorten.Cut(Shorten.Body(from.Promise, from.WhatWeDid), SolutionSource.TextLength);
        sources.ForEach(source => source.GoAlong(into, said));
        return moved;
    }

    private async Task MoveSourcesBackAsync(MovedParts moved, SolutionId to, SolutionId from, CancellationToken cancellation)
    {
        var known = moved.Sources.ToDictionary(each => (each.Source, each.SourceId));
        foreach (var source in await db.Sources.Where(source => source.Solution == from && source.MergedFrom != null).ToListAsync(cancellation))
        {
            if (known.TryGetValue((source.Source, source.SourceId), out var was))
                source.GoBack(to, was.MergedFrom is { } earlier ? new(earlier) : null, was.Text);
        }
    }

    private async Task<(IReadOnlyList<MovedRelation> Gone, IReadOnlyList<MovedRelation> Gained)> MoveRelationsAsync(
        SolutionId from, SolutionId into, CancellationToken cancellation)
    {
        var all = await db.Relations
            .Where(each => each.From == from || each.To == from || each.From == into || each.To == into).ToListAsync(cancellation);
        var (theirs, known) = (all.Where(each => each.From == from || each.To == from).ToList(), all.Select(Of).ToHashSet());
        var gained = theirs.Select(each => new MovedRelation(Now(each.From).Value, each.Kind, Now(each.To).Value))
            .Where(each => each.From != each.To && known.Add(each)).ToList();
        db.Relations.RemoveRange(theirs);
        db.Relations.AddRange(gained.Select(each => new SolutionRelation(new(each.From), each.Kind, new(each.To))));
        return ([.. theirs.Select(Of)], gained);

        SolutionId Now(SolutionId solution) => solution == from ? into : solution;
    }

    private async Task MoveRelationsBackAsync(MovedParts moved, CancellationToken cancellation)
    {
        foreach (var each in moved.Gained)
        {
            if (await db.Relations.FindAsync([new SolutionId(each.From), each.Kind, new SolutionId(each.To)], cancellation) is { } gained)
                db.Relations.Remove(gained);
        }

        foreach (var each in moved.Relations)
        {
            if (await db.Relations.FindAsync([new SolutionId(each.From), each.Kind, new SolutionId(each.To)], cancellation) is null)
                db.Relations.Add(new SolutionRelation(new(each.From), each.Kind, new(each.To)));
        }
    }

    private static MovedRelation Of(SolutionRelation relation) => new(relation.From.Value, relation.Kind, relation.To.Value);

    // What waits for an answer about the one that is taken up has no use any more.
    private async Task EndWaitingAsync(SolutionId from, SolutionId into, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var handover in await db.Handovers.Where(each => each.Solution == from && each.State == HandoverState.Asked).ToListAsync(cancellation))
            handover.End(HandoverState.Withdrawn, now);
        foreach (var request in await db.StageRequests.Where(each => each.Solution == from && each.Closed == null).ToListAsync(cancellation))
            request.Withdraw(now);
        var pair = MergeProposal.Pair(from, into);
        (await db.MergeProposals.FindAsync([pair.One, pair.Other], cancellation))?.Decide(ProposalState.Merged, now);
    }

    private Task TellAsync(Solution other, Solution into, string reason, CurrentPerson by, CancellationToken cancellation) =>
        tell.SendToCarersAsync([other, into], by, name => (
            words["{0} is samengevoegd", other.Title],
            words[
                "Hallo {0},\n\n“{1}” en “{2}” bleken hetzelfde. Ze staan nu samen op één pagina: “{2}”. De reden:\n\n{3}\n\nGebruikers, vragen en bronnen zijn meegegaan. Klopt het niet? Laat het de redactie weten.\n\n{4}",
                name, other.Title, into.Title, reason, tell.AddressOf(into.Slug)]), cancellation);
}

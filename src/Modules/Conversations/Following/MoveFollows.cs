using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Notifications;
using Parelmuur.Design;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Following;

/// <summary>Who follows a solution that is taken up in another, follows that other; undoing the merge undoes this.</summary>
/// <remarks>The follow of before stays as it is, so that nothing is lost. Doing it again changes nothing.</remarks>
internal sealed class MoveFollows(ConversationsDb db)
{
    /// <summary>Goes along with these entries, in their order.</summary>
    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, Actor actor, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            if (entry.Event == nameof(SolutionMerged))
                await MoveAsync($"{entry.SubjectId}", $"{entry.As<SolutionMerged>().Into}", entry.Moment, actor, cancellation);
            else if (entry.Event == nameof(MergeUndone))
                await MoveBackAsync($"{entry.SubjectId}", $"{entry.As<MergeUndone>().From}", cancellation);
        }
    }

    private async Task MoveAsync(string from, string into, DateTimeOffset moment, Actor actor, CancellationToken cancellation)
    {
        var there = db.Follows.Where(each => each.Kind == Followable.Solution && each.Key == into).Select(each => each.Person);
        var people = await db.Follows
            .Where(each => each.Kind == Followable.Solution && each.Key == from && each.Ended == null && !there.Contains(each.Person))
            .Select(each => new { each.Person, each.Automatic }).ToListAsync(cancellation);
        foreach (var each in people)
        {
            db.Follows.Add(Follow.Of(each.Person, Followable.Solution, into, moment, each.Automatic, movedFrom: from));
            db.Record(new FollowStarted(each.Person, Followable.Solution), actor);
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    // The entry in the ledger is that of the merge itself.
    private Task<int> MoveBackAsync(string from, string into, CancellationToken cancellation) =>
        db.Follows.Where(each => each.Kind == Followable.Solution && each.Key == into && each.MovedFrom == from).ExecuteDeleteAsync(cancellation);
}

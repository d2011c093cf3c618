using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Moderation;

/// <summary>Takes reports and decides about them.</summary>
internal sealed class DecideReports(ConversationsDb db, ConversationMails mails, TimeProvider time)
{
    /// <summary>Reports a contribution to the editors. Who reported it before and waits, is heard once.</summary>
    public async Task ReportAsync(Contribution contribution, string reason, CurrentPerson by, CancellationToken cancellation)
    {
        if (await db.Reports.AnyAsync(
                each => each.Contribution == contribution.Id && each.Reporter == by.Id && each.Decided == null, cancellation))
            return;
        db.Reports.Add(Report.Of(contribution.Id, by.Id, reason, time.GetUtcNow()));
        db.Record(new ContributionReported(contribution.Solution, contribution.Id), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Hides a contribution. Everyone sees the reason, and the author gets it by mail.</summary>
    public async Task HideAsync(SolutionCard solution, Contribution contribution, string reason, CurrentPerson by, CancellationToken cancellation)
    {
        contribution.Hide(reason, by.Id, time.GetUtcNow());
        await CloseAsync(contribution, upheld: true, by, cancellation);
        db.Record(new ContributionHidden(contribution.Solution, contribution.Id, contribution.HiddenReason), by.Actor);
        await mails.HiddenAsync(solution, contribution, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Lets a contribution stand.</summary>
    public async Task DismissAsync(Contribution contribution, CurrentPerson by, CancellationToken cancellation)
    {
        if (await CloseAsync(contribution, upheld: false, by, cancellation) is not (> 0 and var closed))
            return;
        db.Record(new ReportsDismissed(contribution.Solution, contribution.Id, closed), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<int> CloseAsync(Contribution contribution, bool upheld, CurrentPerson by, CancellationToken cancellation)
    {
        var open = await db.Reports.Where(each => each.Contribution == contribution.Id && each.Decided == null).ToListAsync(cancellation);
        open.ForEach(report => report.Decide(upheld, by.Id, time.GetUtcNow()));
        return open.Count;
    }
}

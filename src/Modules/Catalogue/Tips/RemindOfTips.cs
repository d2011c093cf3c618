using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Tips;

/// <summary>Every day: asks once more after three weeks, and never again; asks municipalities whose first person has come.</summary>
internal sealed class RemindOfTips(CatalogueDb db, TipMails mails, TimeProvider time) : IDailyJob
{
    private const int DaysUntilReminder = 21, AtOnce = 500;
    private static readonly Actor Actor = new("dagelijkse controle");

    /// <inheritdoc/>
    public string Name => "remind of tips";

    /// <inheritdoc/>
    public string Does => "Herinneren aan tips";

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow().AddDays(-DaysUntilReminder);
        var waiting = await (
            from tip in db.Tips
            join solution in db.Solutions on tip.Solution equals solution.Id
            where tip.State == TipState.Waiting && solution.Status == SolutionStatus.Tip
                && (tip.Asked == null || (tip.Asked < before && tip.Reminded == null))
            orderby tip.Given
            select new { tip, solution.Title }).Take(AtOnce).ToListAsync(cancellation);
        foreach (var row in waiting)
        {
            await mails.AskAsync(row.tip, row.Title, Actor, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>Every day: what nobody confirmed for half a year expires. Who shared it got a mail in the two weeks before.</summary>
/// <remarks>Samples stay as they were meant. The mail is that of <see cref="Stewardship.KeepFresh"/>: one a week for everything.</remarks>
internal sealed class ExpireIntentions(CatalogueDb db, IOrganisations organisations, TimeProvider time) : IDailyJob
{
    private const int AtOnce = 200;
    private static readonly Actor Actor = new("dagelijkse controle");

    /// <inheritdoc/>
    public string Name => "expire intentions";

    /// <inheritdoc/>
    public string Does => "Voornemens laten verlopen";

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await ExpireAsync(cancellation) == AtOnce) { }
    }

    private async Task<int> ExpireAsync(CancellationToken cancellation)
    {
        var late = await db.Intentions.DueOn(organisations.DayOf(time.GetUtcNow()))
            .OrderBy(intention => intention.Id).Take(AtOnce).ToListAsync(cancellation);
        foreach (var intention in late)
        {
            intention.Expire();
            db.Record(new IntentionExpired(intention.Id), Actor);
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return late.Count;
    }
}

/// <summary>Which intentions must be confirmed.</summary>
internal static class DueIntentions
{
    /// <summary>Those that are open and on that day half a year without confirmation.</summary>
    public static IQueryable<Intention> DueOn(this IQueryable<Intention> intentions, DateOnly day)
    {
        var limit = day.AddMonths(-Intention.MonthsOpen);
        return intentions.Where(each =>
            each.State == IntentionState.Open && each.Withdrawn == null && !each.IsSample && each.Confirmed < limit);
    }
}

using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Ledger;

/// <summary>Reads the ledger in an order in which nothing can be skipped, and keeps the positions of readers.</summary>
/// <remarks>See <see cref="LedgerPosition"/> for why the order is (transaction, sequence).</remarks>
internal sealed class LedgerLog(KernelDb db, TimeProvider time)
{
    /// <summary>How long one node may keep a reader's work before another may take it over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>The position behind which everything still has to come.</summary>
    public async Task<LedgerPosition> EndAsync(CancellationToken cancellation)
    {
        var horizon = await db.HorizonAsync(cancellation);
        return await db.Ledger.Where(entry => entry.Transaction < horizon)
            .OrderByDescending(entry => entry.Transaction).ThenByDescending(entry => entry.Sequence)
            .Select(entry => new LedgerPosition(entry.Transaction, entry.Sequence))
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The next settled entries after a position, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> NextAsync(LedgerPosition after, int count, CancellationToken cancellation)
    {
        // The horizon is asked first: what lies below it was committed before the entries are read.
        var horizon = await db.HorizonAsync(cancellation);
        return await NextAsync(after, new LedgerPosition(horizon, 0), count, cancellation);
    }

    /// <summary>The next entries after a position, oldest first, up to an end that was settled before.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> NextAsync(
        LedgerPosition after, LedgerPosition end, int count, CancellationToken cancellation) =>
        await Between(after, end).Take(count).ToListAsync(cancellation);

    private IQueryable<LedgerEntry> Between(LedgerPosition after, LedgerPosition end)
    {
        // On SQLite one writes at a time, so the number alone gives the order.
        if (db.Database.IsSqlite())
        {
            return db.Ledger.AsNoTracking()
                .Where(entry => entry.Sequence > after.Sequence && (end.Transaction > 0 || entry.Sequence <= end.Sequence))
                .OrderBy(entry => entry.Sequence);
        }

        // The first line says nothing new, but it is what the index can find; without it every question walks the whole ledger.
        return db.Ledger.AsNoTracking()
            .Where(entry => entry.Transaction >= after.Transaction && entry.Transaction <= end.Transaction)
            .Where(entry => entry.Transaction > after.Transaction || entry.Sequence > after.Sequence)
            .Where(entry => entry.Transaction < end.Transaction || entry.Sequence <= end.Sequence)
            .OrderBy(entry => entry.Transaction).ThenBy(entry => entry.Sequence);
    }

    /// <summary>Takes or keeps the work of a reader for this node.</summary>
    /// <returns>Where the reader stands, or null when another node has the work.</returns>
    public async Task<LedgerPosition?> TakeAsync(string reader, string node, CancellationToken cancellation)
    {
        if (!await db.Cursors.AnyAsync(cursor => cursor.Reader == reader, cancellation))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO ledger_cursors (reader, "transaction", sequence, leased_by, leased_until)
                VALUES ({reader}, 0, 0, '', {default(DateTime).ToUniversalTime()}) ON CONFLICT (reader) DO NOTHING
                """,
                cancellation);
        }

        var now = time.GetUtcNow();
        var until = now + Lease;
        var taken = await db.Cursors
            .Where(cursor => cursor.Reader == reader && (cursor.LeasedBy == node || cursor.LeasedUntil < now))
            .ExecuteUpdateAsync(
                cursor => cursor.SetProperty(each => each.LeasedBy, node).SetProperty(each => each.LeasedUntil, until),
                cancellation);
        return taken == 0
            ? null
            : await db.Cursors.Where(cursor => cursor.Reader == reader)
                .Select(cursor => new LedgerPosition(cursor.Transaction, cursor.Sequence))
                .SingleAsync(cancellation);
    }

    /// <summary>Gives back the work of all readers that this node has, so that another need not wait until its lease ends.</summary>
    public Task GiveBackAsync(string node, CancellationToken cancellation)
    {
        var over = DateTimeOffset.UnixEpoch;
        return db.Cursors.Where(cursor => cursor.LeasedBy == node)
            .ExecuteUpdateAsync(cursor => cursor.SetProperty(each => each.LeasedUntil, over), cancellation);
    }

    /// <summary>Stores how far a reader has come, if this node still has its work.</summary>
    public Task KeepAsync(string reader, string node, LedgerPosition position, CancellationToken cancellation) =>
        db.Cursors.Where(cursor => cursor.Reader == reader && cursor.LeasedBy == node)
            .ExecuteUpdateAsync(
                cursor => cursor.SetProperty(each => each.Transaction, position.Transaction)
                    .SetProperty(each => each.Sequence, position.Sequence),
                cancellation);
}

using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Watching;

namespace Parelmuur.Kernel.Data;

/// <summary>The tables of the house itself: the ledger and how far its readers have come, the mail, the daily jobs, the files, the keys of the site, the use of its pages.</summary>
internal sealed class KernelDb(DbContextOptions<KernelDb> options, TimeProvider time) : PlatformDb(options, time)
{
    public DbSet<LedgerCursor> Cursors => Set<LedgerCursor>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<FileChunk> FileChunks => Set<FileChunk>();

    public DbSet<DataProtectionKey> Keys => Set<DataProtectionKey>();

    public DbSet<DailyUsage> Usage => Set<DailyUsage>();

    /// <summary>The number below which every transaction has ended, so that nothing can appear there any more.</summary>
    public async Task<long> HorizonAsync(CancellationToken cancellation) =>
        Database.IsNpgsql()
            ? await Database.SqlQuery<long>(
                $"""SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS "Value" """).SingleAsync(cancellation)
            : long.MaxValue;
}

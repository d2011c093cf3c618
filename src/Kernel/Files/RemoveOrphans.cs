using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Files;

/// <summary>Every day: removes the files to which no room refers, a day after they were stored.</summary>
/// <remarks>Somebody may still be on the way from storing a file to referring to it; a day is more than enough for that.</remarks>
internal sealed class RemoveOrphans(KernelDb db, IEnumerable<IKeepFiles> rooms, TimeProvider time) : IDailyJob
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public string Name => "remove orphaned files";

    /// <inheritdoc/>
    public string Does => "Losse bestanden opruimen";

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var limit = time.GetUtcNow() - Grace;
        var old = await db.Files.Where(file => file.Stored < limit)
            .Select(file => new { file.Id, file.Owner }).ToListAsync(cancellation);
        foreach (var batch in old.Chunk(AtOnce))
        {
            var orphans = batch.Select(file => file.Id).ToHashSet();
            foreach (var room in rooms)
                orphans.ExceptWith(await room.KeptAsync([.. batch.Select(file => file.Owner).Distinct()], cancellation));
            await RemoveAsync([.. orphans], cancellation);
        }
    }

    // The row goes last: what a stop in between leaves is found again tomorrow.
    private async Task RemoveAsync(IReadOnlyList<FileId> files, CancellationToken cancellation)
    {
        await db.FileChunks.Where(chunk => files.Contains(chunk.File)).ExecuteDeleteAsync(cancellation);
        await db.Files.Where(file => files.Contains(file.Id)).ExecuteDeleteAsync(cancellation);
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Parelmuur.Migrations;

/// <summary>Lets one process at a time bring an SQLite file up to date, and takes away what a process left that was killed while it did.</summary>
/// <remarks>
/// EF keeps others out with a row in the database. When its process is killed that row stays, and the next start would wait for ever.
/// The system lets go of a locked file when a process ends, however it ends: who holds the file knows that such a row is nobody's.
/// PostgreSQL lets go of locks by itself.
/// </remarks>
internal static class MigratingAlone
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for its turn; disposing what it gives ends that.</summary>
    public static async Task<IAsyncDisposable?> WaitAsync(DbContext db, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite() || new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource is not { Length: > 0 } file)
            return null;
        var alone = await LockAsync(file + ".migrating", cancellation);
        if (await db.Database.SqlQuery<int>(
                $"""SELECT count(*) AS "Value" FROM sqlite_master WHERE name = '__EFMigrationsLock'""").SingleAsync(cancellation) > 0)
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, cancellation);
        return alone;
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Again, cancellation);
            }
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Migrations;

/// <summary>Brings a database to the newest shape. One set of hand-written migrations serves SQLite and PostgreSQL.</summary>
public sealed class MigrationsDb : DbContext
{
    private MigrationsDb(DbContextOptions<MigrationsDb> options)
        : base(options) { }

    /// <summary>Applies the migrations that a database lacks; does nothing when it is up to date.</summary>
    /// <param name="connection">A connection string as in the settings.</param>
    /// <param name="cancellation">Stops between two migrations.</param>
    /// <returns>The names of the migrations applied now.</returns>
    public static async Task<IReadOnlyList<string>> UpdateAsync(string connection, CancellationToken cancellation = default)
    {
        var options = new DbContextOptionsBuilder<MigrationsDb>();
        options.UsePlatformDatabase(connection, typeof(MigrationsDb).Assembly.GetName().Name);
        // There is no model snapshot to compare with: tests compare the migrated schema with the rooms' models.
        options.ConfigureWarnings(warnings => warnings.Ignore(
            RelationalEventId.PendingModelChangesWarning, RelationalEventId.NonTransactionalMigrationOperationWarning));
        await using var db = new MigrationsDb(options.Options);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (pending.Count > 0)
            await db.Database.MigrateAsync(cancellation);
        return pending;
    }
}

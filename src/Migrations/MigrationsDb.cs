using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
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
    public static Task<IReadOnlyList<string>> UpdateAsync(string connection, CancellationToken cancellation = default) =>
        UpdateAsync(connection, until: null, cancellation);

    /// <summary>Whether a database has the newest shape, and none that is newer still.</summary>
    /// <remarks>Nearly every start finds it so. It is asked without what makes and applies migrations, which takes longer to load than to ask.</remarks>
    /// <param name="connection">A connection string as in the settings.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False too when it was never made.</returns>
    /// <exception cref="DbException">The database does not answer, or its file cannot be opened.</exception>
    public static async Task<bool> IsUpToDateAsync(string connection, CancellationToken cancellation)
    {
        await using var database = Provider.Connect(connection);
        await using var question = database.CreateCommand();
        question.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
        List<string> applied = [];
        try
        {
            await database.OpenAsync(cancellation);
            await using var rows = await question.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
                applied.Add(rows.GetString(0));
        }
        catch (DbException error) when (Provider.IsNotMade(database, error))
        {
            return false;
        }

        return typeof(MigrationsDb).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)
            .SequenceEqual(applied.Order(StringComparer.Ordinal));
    }

    /// <summary>Whether this version knows a migration.</summary>
    /// <param name="connection">A connection string as in the settings.</param>
    /// <param name="migration">Its full name.</param>
    public static bool Knows(string connection, string migration)
    {
        using var db = Open(connection);
        return db.Database.GetMigrations().Contains(migration);
    }

    /// <summary>Applies the migrations up to and with one of them, for data that was kept in that shape.</summary>
    /// <param name="connection">A connection string as in the settings.</param>
    /// <param name="until">The full name of the last one; null for the newest shape.</param>
    /// <param name="cancellation">Stops between two migrations.</param>
    /// <returns>The names of the migrations applied now.</returns>
    public static async Task<IReadOnlyList<string>> UpdateAsync(string connection, string? until, CancellationToken cancellation)
    {
        if (until is null && await IsUpToDateAsync(connection, cancellation))
            return [];
        await using var db = Open(connection);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation))
            .Where(name => until is null || string.CompareOrdinal(name, until) <= 0).ToList();
        if (pending.Count == 0)
            return [];
        await using var alone = await MigratingAlone.WaitAsync(db, cancellation);
        await db.Database.MigrateAsync(until, cancellation);
        return pending;
    }

    private static MigrationsDb Open(string connection)
    {
        var options = new DbContextOptionsBuilder<MigrationsDb>();
        options.UsePlatformDatabase(connection, typeof(MigrationsDb).Assembly.GetName().Name);
        // There is no model snapshot to compare with: tests compare the migrated schema with the rooms' models.
        options.ConfigureWarnings(warnings => warnings.Ignore(
            RelationalEventId.PendingModelChangesWarning, RelationalEventId.NonTransactionalMigrationOperationWarning));
        options.ReplaceService<IMigrationsIdGenerator, Names>();
        return new(options.Options);
    }

    /// <summary>Our names: twelve digits that sort, a line, and words. The digits that the framework gives by itself are fourteen.</summary>
    private sealed class Names : IMigrationsIdGenerator
    {
        private const int Digits = 12;

        public string GenerateId(string name) => throw new NotSupportedException("Migrations are written by hand.");

        public string GetName(string id) => id[(Digits + 1)..];

        public bool IsValidId(string value) => value.Length > Digits && value[Digits] == '_' && value.AsSpan(0, Digits).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}

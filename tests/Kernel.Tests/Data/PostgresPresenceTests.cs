using Microsoft.EntityFrameworkCore;

namespace Parelmuur.Kernel.Tests.Data;

public sealed class PostgresPresenceTests
{
    /// <summary>Skips, and so says in the report, when half of the database tests could not run.</summary>
    [PostgresFact]
    public async Task Postgres_OfTheTests_IsPrivate()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Postgres);
        await using var db = new NoteDb(database.Options<NoteDb>(), TimeProvider.System);

        var addresses = await db.Database
            .SqlQuery<string>($"""SELECT current_setting('listen_addresses') AS "Value" """).SingleAsync();

        Assert.Equal("", addresses);
    }
}

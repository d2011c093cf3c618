using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Kernel.Tests.Ledger;

/// <summary>After restoring into a cluster that counts its transactions lower, the documented statements set it right.</summary>
[Collection(AloneOnTheServer.Name)]
public sealed class RestoreTests
{
    private const long OfTheOldCluster = 9_000_000_000;

    [PostgresFact]
    public async Task Read_AfterTheDocumentedStatements_GoesOnBehindTheStoredPosition()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Postgres);
        await using var db = new KernelDb(database.Options<KernelDb>(), TimeProvider.System);
        await WriteAsync(database, "seen", "not yet seen");
        var seen = await db.Ledger.MinAsync(entry => entry.Sequence);
        await db.Database.ExecuteSqlAsync(
            $"""
            ALTER TABLE ledger DISABLE TRIGGER ledger_append_only;
            UPDATE ledger SET transaction = {OfTheOldCluster};
            ALTER TABLE ledger ENABLE TRIGGER ledger_append_only;
            INSERT INTO ledger_cursors (reader, transaction, sequence, leased_by, leased_until)
            VALUES ('mail', {OfTheOldCluster}, {seen}, 'a node of before', now() + interval '1 day')
            """);
        var log = new LedgerLog(db, TimeProvider.System);
        Assert.Null(await log.TakeAsync("mail", "node", CancellationToken.None));

        await db.Database.ExecuteSqlRawAsync(DocumentedStatements());
        await WriteAsync(database, "new");

        var position = await log.TakeAsync("mail", "node", CancellationToken.None);
        Assert.Equal(new LedgerPosition(0, seen), position);
        Assert.Equal(["not yet seen", "new"], await new Follower(database, position!.Value).ReadAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM ledger"));
    }

    private static string DocumentedStatements()
    {
        var document = File.ReadAllText(Repository.Path("docs/self-hosting.md"));
        var start = document.IndexOf("```sql", StringComparison.Ordinal) + "```sql".Length;
        return document[start..document.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static async Task WriteAsync(TestDatabase database, params string[] words)
    {
        await using var writer = await Writer.BeginAsync(database);
        foreach (var word in words)
            await writer.AppendAsync(word);
        await writer.CommitAsync();
    }
}

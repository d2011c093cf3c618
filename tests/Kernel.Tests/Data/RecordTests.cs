using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Tests.Data;

/// <summary>No change without an entry in the ledger, and no change of the ledger.</summary>
public sealed class RecordTests
{
    private static readonly Actor Writer = new("import test", new OrganisationId(Guid.NewGuid()));

    [Theory, OnEachDatabase]
    public async Task Save_WithoutLedgerEntry_IsRefusedAndSavesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using (var db = await NoteDb.InAsync(database))
        {
            db.Notes.Add(new Note { Text = "forgotten" });

            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            Assert.Contains("Note changed without a ledger entry", error.Message, StringComparison.Ordinal);
        }

        await using var later = await NoteDb.InAsync(database);
        Assert.False(await later.Notes.AnyAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Save_WithLedgerEntry_WritesBoth(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var moment = new DateTimeOffset(2026, 8, 8, 9, 30, 0, TimeSpan.Zero);
        var note = await WriteAsync(database, "een notitie", new SetTime(moment));

        await using var db = await NoteDb.InAsync(database);
        var entry = await db.Ledger.SingleAsync();

        Assert.Equal(
            ("import test", Writer.OnBehalfOf, "NoteWritten", "Note", note.Id.Value, moment),
            (entry.Actor, entry.OnBehalfOf, entry.Event, entry.Subject, entry.SubjectId, entry.Moment));
        Assert.Contains("een notitie", entry.Change, StringComparison.Ordinal);
        Assert.DoesNotContain("subjectId", entry.Change, StringComparison.OrdinalIgnoreCase);
        Assert.True(kind == DatabaseKind.Sqlite ? entry.Transaction == 0 : entry.Transaction > 0);
    }

    [Theory, OnEachDatabase]
    public async Task Save_ThatTheDatabaseRefuses_LeavesNoLedgerEntry(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var note = await WriteAsync(database, "first", TimeProvider.System);
        await using (var db = await NoteDb.InAsync(database))
        {
            db.Notes.Add(new Note { Id = note.Id, Text = "same key" });
            db.Record(new NoteWritten(note.Id, "same key"), Writer);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        await using var later = await NoteDb.InAsync(database);
        Assert.Equal(1, await later.Ledger.CountAsync());
    }

    [Theory, OnEachDatabase]
    public async Task LedgerEntry_ChangedInCode_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var note = await WriteAsync(database, "first", TimeProvider.System);
        await using var db = await NoteDb.InAsync(database);
        db.Entry(await db.Ledger.SingleAsync()).Property(entry => entry.Actor).CurrentValue = "somebody else";
        db.Record(new NoteWritten(note.Id, "an honest entry beside it"), Writer);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        Assert.Equal("The ledger is append-only.", error.Message);
    }

    [Theory, OnEachDatabase]
    public async Task LedgerEntry_RemovedInCode_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await WriteAsync(database, "first", TimeProvider.System);
        await using var db = await NoteDb.InAsync(database);
        db.Remove(await db.Ledger.SingleAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Ledger_ChangedBehindOurBack_IsRefusedByTheDatabase(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await WriteAsync(database, "first", TimeProvider.System);
        await using var db = await NoteDb.InAsync(database);
        string[] attempts = ["UPDATE ledger SET actor = 'somebody else'", "DELETE FROM ledger"];
        if (kind == DatabaseKind.Postgres)
            attempts = [.. attempts, "TRUNCATE ledger"];

        foreach (var attempt in attempts)
        {
            var error = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(attempt));
            Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal("import test", (await db.Ledger.SingleAsync()).Actor);
    }

    [Fact]
    public async Task Save_Blocking_IsRefused()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var db = await NoteDb.InAsync(database);

        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
    }

    private static async Task<Note> WriteAsync(TestDatabase database, string text, TimeProvider time)
    {
        await using var db = await NoteDb.InAsync(database, time);
        var note = new Note { Text = text };
        db.Notes.Add(note);
        db.Record(new NoteWritten(note.Id, text), Writer);
        await db.SaveChangesAsync();
        return note;
    }
}

using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Tests.Data;

public sealed class StorageTests
{
    private static readonly Actor Writer = new("test");

    [Theory, OnEachDatabase]
    public async Task Moment_InAnotherZone_ComesBackAsTheSameInstantInUtc(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var moment = new DateTimeOffset(2026, 3, 29, 2, 30, 0, TimeSpan.FromHours(2)).AddTicks(1234560);
        var id = await WriteAsync(database, new Note { Moment = moment });

        await using var db = await NoteDb.InAsync(database);
        var note = await db.Notes.SingleAsync(each => each.Id == id);

        Assert.Equal(moment, note.Moment);
        Assert.Equal(TimeSpan.Zero, note.Moment.Offset);
    }

    [Theory, OnEachDatabase]
    public async Task Moments_AreOrderedAndComparedByTheDatabase(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        // By the clock on the wall the first looks later than the second.
        var first = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(10));
        var second = new DateTimeOffset(2026, 1, 1, 3, 0, 0, TimeSpan.Zero);
        await WriteAsync(database, new Note { Moment = second, Text = "second" });
        await WriteAsync(database, new Note { Moment = first, Text = "first" });

        await using var db = await NoteDb.InAsync(database);

        Assert.Equal(["first", "second"], await db.Notes.OrderBy(note => note.Moment).Select(note => note.Text).ToListAsync());
        Assert.Equal("second", await db.Notes.Where(note => note.Moment > first).Select(note => note.Text).SingleAsync());
    }

    [Theory, OnEachDatabase]
    public async Task IdsEnumsAndLists_ComeBackAsTheyWere(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var owner = OrganisationId.New();
        var id = await WriteAsync(
            database, new Note { Owner = owner, Mood = Mood.Cheerful, Labels = ["één", "twee of meer"], Moment = DateTimeOffset.UnixEpoch });

        await using var db = await NoteDb.InAsync(database);
        var note = await db.Notes.SingleAsync(each => each.Owner == owner && each.Mood == Mood.Cheerful);

        Assert.Equal(id, note.Id);
        Assert.Equal(["één", "twee of meer"], note.Labels);
        Assert.Equal(
            "Cheerful", await db.Database.SqlQuery<string>($"""SELECT mood AS "Value" FROM notes""").SingleAsync());
    }

    [Theory, OnEachDatabase]
    public async Task List_Changed_IsSaved(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var id = await WriteAsync(database, new Note { Labels = ["oud"], Moment = DateTimeOffset.UnixEpoch });
        await using (var db = await NoteDb.InAsync(database))
        {
            var note = await db.Notes.SingleAsync(each => each.Id == id);
            note.Labels = ["nieuw", "nieuwer"];
            db.Record(new NoteWritten(id, "changed"), Writer);
            await db.SaveChangesAsync();
        }

        await using var later = await NoteDb.InAsync(database);

        Assert.Equal(["nieuw", "nieuwer"], (await later.Notes.SingleAsync(each => each.Id == id)).Labels);
    }

    private static async Task<SolutionId> WriteAsync(TestDatabase database, Note note)
    {
        await using var db = await NoteDb.InAsync(database);
        db.Notes.Add(note);
        db.Record(new NoteWritten(note.Id, note.Text), Writer);
        await db.SaveChangesAsync();
        return note.Id;
    }
}

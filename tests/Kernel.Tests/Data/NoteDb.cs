using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Tests.Data;

/// <summary>A room with one table that holds a value of every kind the house knows how to store.</summary>
internal sealed class NoteDb(DbContextOptions<NoteDb> options, TimeProvider time) : PlatformDb(options, time)
{
    public DbSet<Note> Notes => Set<Note>();

    /// <summary>The room in a database of one test, with its table made.</summary>
    public static async Task<NoteDb> InAsync(TestDatabase database, TimeProvider? time = null)
    {
        var db = new NoteDb(database.Options<NoteDb>(), time ?? TimeProvider.System);
        if (!await HasTableAsync(db))
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        return db;
    }

    private static async Task<bool> HasTableAsync(NoteDb db) => db.Database.IsNpgsql()
        ? await db.Database.SqlQuery<int>($"""SELECT 1 AS "Value" FROM pg_tables WHERE tablename = 'notes' """).AnyAsync()
        : await db.Database.SqlQuery<int>($"""SELECT 1 AS "Value" FROM sqlite_master WHERE name = 'notes' """).AnyAsync();
}

internal enum Mood
{
    Calm,
    Cheerful,
}

internal sealed class Note
{
    public SolutionId Id { get; init; } = SolutionId.New();

    public string Text { get; set; } = "";

    public DateTimeOffset Moment { get; set; }

    public OrganisationId? Owner { get; init; }

    public Mood Mood { get; init; }

    public IReadOnlyList<string> Labels { get; set; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<Note>
    {
        public void Configure(EntityTypeBuilder<Note> note)
        {
            note.ToTable("notes");
            note.HasKey(each => each.Id);
            note.Property(each => each.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>Something was written down.</summary>
internal sealed record NoteWritten(SolutionId Note, string Text) : LedgerEvent(Note.Value)
{
    public override string Subject => "Note";
}

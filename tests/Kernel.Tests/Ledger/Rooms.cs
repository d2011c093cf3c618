using Microsoft.EntityFrameworkCore.Storage;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Tests.Ledger;

/// <summary>Something happened, with a word by which a test knows it again.</summary>
internal sealed record Happened(string Word) : LedgerEvent(Guid.NewGuid())
{
    public override string Subject => "Test";
}

/// <summary>A transaction in which a test writes, and which it ends when it likes.</summary>
internal sealed class Writer(KernelDb db, IDbContextTransaction transaction) : IAsyncDisposable
{
    private readonly List<long> written = [];

    /// <summary>The sequence numbers that the database gave.</summary>
    public IReadOnlyList<long> Written => written;

    public static async Task<Writer> BeginAsync(TestDatabase database)
    {
        var db = new KernelDb(database.Options<KernelDb>(), TimeProvider.System);
        return new(db, await db.Database.BeginTransactionAsync());
    }

    public async Task AppendAsync(string word)
    {
        db.Record(new Happened(word), new Actor("test"));
        await db.SaveChangesAsync();
        written.Add(db.ChangeTracker.Entries<LedgerEntry>().Max(entry => entry.Entity.Sequence));
    }

    public Task CommitAsync() => transaction.CommitAsync();

    public Task RollbackAsync() => transaction.RollbackAsync();

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }
}

/// <summary>Somebody who follows the ledger and remembers what came.</summary>
internal sealed class Follower(TestDatabase database, LedgerPosition from = default)
{
    private readonly List<LedgerEntry> seen = [];

    public LedgerPosition Position { get; private set; } = from;

    public IReadOnlyList<long> Sequences => [.. seen.Select(entry => entry.Sequence)];

    public IReadOnlyList<LedgerPosition> Positions => [.. seen.Select(entry => entry.Position)];

    /// <summary>Reads on, at most so many entries.</summary>
    /// <returns>The words of the entries that came.</returns>
    public async Task<IReadOnlyList<string>> ReadAsync(int count = 100)
    {
        await using var db = new KernelDb(database.Options<KernelDb>(), TimeProvider.System);
        var next = await new LedgerLog(db, TimeProvider.System).NextAsync(Position, count, CancellationToken.None);
        seen.AddRange(next);
        Position = next.Count == 0 ? Position : next[^1].Position;
        return [.. next.Select(WordOf)];
    }

    private static string WordOf(LedgerEntry entry) =>
        System.Text.Json.JsonDocument.Parse(entry.Change).RootElement.GetProperty("word").GetString()!;
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel;
using Parelmuur.Kernel.Data;
using Parelmuur.Migrations;

namespace Parelmuur.Architecture.Tests;

/// <summary>The hand-written migrations make exactly the tables that the rooms expect, on both databases.</summary>
public sealed class SchemaTests
{
    [Theory, OnEachDatabase]
    public async Task Migrations_MakeTheTablesOfTheModels(DatabaseKind kind)
    {
        await using var migrated = await TestDatabase.EmptyAsync(kind);
        await MigrationsDb.UpdateAsync(migrated.Connection);
        await using var modelled = await TestDatabase.EmptyAsync(kind);
        await CreateFromModelsAsync(modelled);

        var expected = await Schema.ReadAsync(kind, modelled.Connection);
        var actual = await Schema.ReadAsync(kind, migrated.Connection);

        Assert.Contains(expected, line => line.Contains("ledger.sequence", StringComparison.Ordinal));
        Assert.Equal(
            [],
            expected.Except(actual).Select(line => $"missing: {line}")
                .Concat(actual.Except(expected).Select(line => $"too much: {line}")).Order());
    }

    [Theory, OnEachDatabase]
    public async Task Migrations_AppliedTwice_DoNothingTheSecondTime(DatabaseKind kind)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);

        Assert.NotEmpty(await MigrationsDb.UpdateAsync(database.Connection));
        Assert.Empty(await MigrationsDb.UpdateAsync(database.Connection));
    }

    [Theory, OnEachDatabase]
    public async Task Migration_ThatFailsHalfWay_LeavesNothing_AndIsDoneTheNextTime(DatabaseKind kind)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);
        await MigrationsDb.UpdateAsync(database.Connection, "202611280060_Providers", default);
        // The table can be made, its index cannot: something else has that name.
        await Schema.RunAsync(kind, database.Connection, "CREATE INDEX \"IX_accounts_attempts_minute\" ON ledger (moment)");

        await Assert.ThrowsAnyAsync<DbException>(() => MigrationsDb.UpdateAsync(database.Connection));
        Assert.DoesNotContain(await Schema.ReadAsync(kind, database.Connection), line => line.StartsWith("accounts_attempts", StringComparison.Ordinal));
        Assert.False(await MigrationsDb.IsUpToDateAsync(database.Connection, default));

        await Schema.RunAsync(kind, database.Connection, "DROP INDEX \"IX_accounts_attempts_minute\"");
        Assert.Contains("202611280061_Attempts", await MigrationsDb.UpdateAsync(database.Connection));
        Assert.True(await MigrationsDb.IsUpToDateAsync(database.Connection, default));
    }

    [Fact]
    public async Task Migration_AfterAProcessThatWasKilled_DoesNotWaitForIt()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await MigrationsDb.UpdateAsync(database.Connection, "202611280060_Providers", default);
        await Schema.RunAsync(
            DatabaseKind.Sqlite, database.Connection, "INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2026-11-28 12:00:00+00:00')");

        var both = await Task.WhenAll(MigrationsDb.UpdateAsync(database.Connection), MigrationsDb.UpdateAsync(database.Connection));

        Assert.Contains("202611280061_Attempts", both[0].Concat(both[1]));
        Assert.True(await MigrationsDb.IsUpToDateAsync(database.Connection, default));
    }

    [Fact]
    public async Task Database_ThatIsThereButCannotBeOpened_IsNotTakenForAnOldOne()
    {
        var folder = Directory.CreateTempSubdirectory("parelmuur-test-").FullName;
        var missing = Path.Combine(folder, "parelmuur.db");

        Assert.False(await MigrationsDb.IsUpToDateAsync($"Data Source={missing}", default));
        Assert.False(File.Exists(missing));
        var error = await Assert.ThrowsAnyAsync<DbException>(() => MigrationsDb.IsUpToDateAsync($"Data Source={folder}", default));
        Assert.True(Provider.IsAway(error));
        Directory.Delete(folder);
    }

    private static async Task CreateFromModelsAsync(TestDatabase database)
    {
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton(database.Configuration)
            .AddKernel(database.Configuration, InstalledModules.All)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var rooms = InstalledModules.All.Select(module => module.GetType().Assembly).Append(typeof(PlatformDb).Assembly)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(PlatformDb)));
        foreach (var room in rooms)
        {
            var db = (PlatformDb)scope.ServiceProvider.GetRequiredService(room);
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        }
    }
}

using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Web.Http;

namespace Parelmuur.Architecture.Tests;

/// <summary>What is kept of public pages from a stop of the site until its next start, and when it may not be used.</summary>
public sealed class KeptPagesTests : IDisposable
{
    private const string Key = "muur";
    private static readonly byte[] Page = Encoding.UTF8.GetBytes("<h1>Alles op de muur</h1>");

    private readonly string file = Path.Combine(Path.GetTempPath(), $"parelmuur-test-{Guid.NewGuid():N}.pages");
    private readonly SetTime time = new(new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));

    [Theory, OnEachDatabase]
    public async Task Pages_AfterAStop_AreThereUntilTheRoomsAreReady_Once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var round = await StopAsync(database);

        await using var next = Start(database);
        var pages = next.GetRequiredService<KeptPages>();
        await pages.TakeAsync();
        Assert.True(pages.IsStarting);
        Assert.Equal(round, pages.Round);
        Assert.Equal(Page, await pages.GetAsync(Key, CancellationToken.None));

        await ((ILedgerReader)pages).StartAsync(CancellationToken.None);
        Assert.False(pages.IsStarting);
        Assert.NotEqual(round, pages.Round);
        Assert.Null(await pages.GetAsync(Key, CancellationToken.None));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Pages_OfBeforeAChange_AreNotUsed()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await StopAsync(database);
        await ChangeAsync(database);

        Assert.Null(await NextAsync(database));
    }

    [Fact]
    public async Task Pages_OfAnotherCopyOfTheDatabase_ThatCameToTheSameNumber_AreNotUsed()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await ChangeAsync(database);
        await StopAsync(database);
        await RunAsync(database, "DROP TRIGGER ledger_no_update; UPDATE ledger SET moment = '2026-05-05'");

        Assert.Null(await NextAsync(database));
    }

    [Fact]
    public async Task Pages_OfASiteWithOtherSettings_AreNotUsed_ButWhatTheSystemGivesAProcessDiffersEachTime()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await StopAsync(database);
        var content = await File.ReadAllBytesAsync(file);

        Assert.Null(await NextAsync(database, ("Mail:Host", "mail.example")));
        await File.WriteAllBytesAsync(file, content);
        Assert.Equal(Page, await NextAsync(database, ("INVOCATION_ID", "2")));
    }

    [Fact]
    public async Task Pages_OlderThanMemoryKeepsThem_AreNotUsed()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await StopAsync(database);
        time.Pass(TimeSpan.FromHours(1));

        Assert.Null(await NextAsync(database));
    }

    [Theory]
    [InlineData(0), InlineData(40), InlineData(60)]
    public async Task File_ThatIsCutOff_IsNotUsed_AndAStartGoesOn(int bytes)
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await StopAsync(database);
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..bytes]);

        Assert.Null(await NextAsync(database));
    }

    [Fact]
    public async Task Change_ThatTheSiteHadNotSeenWhenItStopped_LeavesNothing()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await StopAsync(database, beforeStop: () => ChangeAsync(database));

        Assert.False(File.Exists(file));
    }

    public void Dispose() => File.Delete(file);

    private static Task ChangeAsync(TestDatabase database) => RunAsync(
        database,
        """
        INSERT INTO ledger ("transaction", moment, actor, event, subject, subject_id, change)
        VALUES (0, '2026-05-04', 'test', 'SolutionRevised', 'solution', '01900000-0000-7000-8000-000000000000', '{}')
        """);

    private static async Task RunAsync(TestDatabase database, string sql)
    {
        await using var changing = new SqliteConnection(database.Connection);
        await changing.OpenAsync();
        await using var change = changing.CreateCommand();
        change.CommandText = sql;
        await change.ExecuteNonQueryAsync();
    }

    private static IConfigurationRoot Settings(TestDatabase database, params (string Name, string Value)[] others) => new ConfigurationBuilder()
        .AddInMemoryCollection([new($"ConnectionStrings:{Provider.ConnectionName}", database.Connection)])
        .AddInMemoryCollection(others.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)))
        .Build();

    private ServiceProvider Start(TestDatabase database, params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(time)
        .AddSingleton<IConfiguration>(Settings(database, [("PublicCacheFile", file), .. settings]))
        .AddPublicCache()
        .BuildServiceProvider();

    // A site that had a page, and stopped.
    private async Task<string> StopAsync(TestDatabase database, Func<Task>? beforeStop = null)
    {
        await using var site = Start(database);
        var pages = site.GetRequiredService<KeptPages>();
        await pages.TakeAsync();
        await ((ILedgerReader)pages).StartAsync(CancellationToken.None);
        await pages.SetAsync(Key, Page, [KeptPages.Everything], TimeSpan.FromHours(1), CancellationToken.None);
        if (beforeStop is not null)
            await beforeStop();
        await ((IHostedService)pages).StopAsync(CancellationToken.None);
        return pages.Round;
    }

    // What the next site answers with while it starts.
    private async Task<byte[]?> NextAsync(TestDatabase database, params (string Name, string Value)[] settings)
    {
        await using var next = Start(database, settings);
        var pages = next.GetRequiredService<KeptPages>();
        await pages.TakeAsync();
        return await pages.GetAsync(Key, CancellationToken.None);
    }
}

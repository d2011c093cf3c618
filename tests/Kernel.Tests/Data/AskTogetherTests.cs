using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Tests.Data;

/// <summary>Work that asks side by side goes to PostgreSQL together, and to SQLite with statements that are kept; the answers are alike.</summary>
public sealed class AskTogetherTests
{
    [PostgresFact]
    public async Task Question_AskedOften_IsPlannedOnceByAServer_UnlessTheConnectionSaysOtherwise()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Postgres);

        Assert.NotEqual(0, await PlansAfterAsync(database.Connection));
        Assert.Equal(0, await PlansAfterAsync($"{database.Connection};Max Auto Prepare=0"));

        static async Task<int> PlansAfterAsync(string connection)
        {
            var options = new DbContextOptionsBuilder<KernelDb>();
            options.UsePlatformDatabase(connection);
            await using var db = new KernelDb(options.Options, TimeProvider.System);
            await db.Database.OpenConnectionAsync();
            for (var time = 0; time < 10; time++)
                await db.Cursors.CountAsync(each => each.Reader != "iemand");
            return await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_prepared_statements").SingleAsync();
        }
    }

    [PostgresFact]
    public async Task Connection_GoesBackToThePoolAsItIs_UnlessItSaysOtherwise()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Postgres);

        Assert.Equal("kept", await SettingAfterAsync(database.Connection));
        Assert.Equal("", await SettingAfterAsync($"{database.Connection};NoResetOnClose=false"));

        static async Task<string> SettingAfterAsync(string connection)
        {
            var options = new DbContextOptionsBuilder<KernelDb>();
            options.UsePlatformDatabase($"{connection};Maximum Pool Size=1");
            await using var db = new KernelDb(options.Options, TimeProvider.System);
            await db.Database.ExecuteSqlAsync($"SET parelmuur.test = 'kept'");
            return await db.Database.SqlQuery<string>($"SELECT coalesce(current_setting('parelmuur.test', true), '') AS \"Value\"").SingleAsync();
        }
    }

    [Theory, OnEachDatabase]
    public async Task Questions_OfSeveralPieces_AreAskedInOneRoundTripOfAServer(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var services = Services(database);
        var counted = services.GetRequiredService<Trips>();
        var (person, organisation) = (PersonId.New(), OrganisationId.New());
        List<long> first = [], second = [];
        var number = 0;
        DateTimeOffset? none = DateTimeOffset.UnixEpoch;

        await services.GetRequiredService<AskTogether>().AllAsync<KernelDb>(
            CancellationToken.None,
            async db =>
            {
                first = await db.Ledger.Where(each => each.Person == person || each.Change != "@person_1").Select(each => each.Sequence).ToListAsync();
                second = await db.Ledger.Where(each => each.OnBehalfOf == organisation).Select(each => each.Sequence).ToListAsync();
            },
            async db => number = await db.Cursors.CountAsync(each => each.Reader != "iemand"),
            async db => none = (await db.Ledger.Where(each => each.Moment > DateTimeOffset.MaxValue).FirstOrDefaultAsync())?.Moment,
            _ => Task.CompletedTask);

        Assert.Equal(kind == DatabaseKind.Postgres ? 2 : 4, counted.Number);
        Assert.Empty(second);
        Assert.Equal((0, (DateTimeOffset?)null), (number, none));
        Assert.Equal(await services.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<KernelDb>().Ledger.CountAsync(), first.Count);
    }

    [Theory, OnEachDatabase]
    public async Task Piece_WithPiecesOfItsOwn_AsksThemInTheSameRoundTrip(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var services = Services(database);
        var together = services.GetRequiredService<AskTogether>();
        var numbers = new int[4];

        await together.AllAsync<KernelDb>(
            CancellationToken.None,
            async db => numbers[0] = 1 + await db.Cursors.CountAsync(each => each.Reader == "iemand"),
            async _ =>
            {
                await together.AllAsync<KernelDb>(
                    CancellationToken.None,
                    async db => numbers[1] = 1 + await db.Jobs.CountAsync(each => each.Name == "iets"),
                    async db => numbers[2] = 1 + await db.Ledger.CountAsync(each => each.Change == "iets"));
                numbers[3] = numbers[1] + numbers[2];
            });

        Assert.Equal([1, 1, 1, 2], numbers);
        Assert.Equal(kind == DatabaseKind.Postgres ? 1 : 3, services.GetRequiredService<Trips>().Number);
        await Assert.ThrowsAsync<InvalidOperationException>(() => together.AllAsync<KernelDb>(
            CancellationToken.None,
            async db => numbers[0] = await db.Cursors.CountAsync(),
            _ => together.AllAsync<KernelDb>(CancellationToken.None, _ => throw new InvalidOperationException("Nee."))));
    }

    [Theory, OnEachDatabase]
    public async Task Rounds_OfManyRequestsAtOnce_DoNotGetInEachOthersWay(DatabaseKind kind)
    {
        const int Requests = 200, Pieces = 5;
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var services = Services(database);
        var (together, answers) = (services.GetRequiredService<AskTogether>(), 0);

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, cancellation) =>
            await together.AllAsync<KernelDb>(cancellation, [.. Enumerable.Repeat<Func<KernelDb, Task>>(async db =>
            {
                await db.Jobs.CountAsync(cancellation);
                await db.Ledger.Take(1).ToListAsync(cancellation);
                Interlocked.Increment(ref answers);
            }, Pieces)]));

        Assert.Equal(Requests * Pieces, answers);
    }

    [Theory, OnEachDatabase]
    public async Task Piece_ThatFails_LetsTheOthersEndAndThenThrows(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var services = Services(database);
        var asked = -1;

        await Assert.ThrowsAsync<InvalidOperationException>(() => services.GetRequiredService<AskTogether>().AllAsync<KernelDb>(
            CancellationToken.None,
            _ => throw new InvalidOperationException("Nee."),
            async db => asked = await db.Jobs.CountAsync()));

        Assert.Equal(0, asked);
    }

    [Theory, OnEachDatabase]
    public async Task Question_ThatTheDatabaseRefuses_FailsForAllAndLeavesTheConnectionGood(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var services = Services(database);
        var together = services.GetRequiredService<AskTogether>();

        await Assert.ThrowsAnyAsync<Exception>(() => together.AllAsync<KernelDb>(
            CancellationToken.None,
            db => db.Database.SqlQuery<int>($"SELECT nothing_like_it AS \"Value\" FROM ledger").ToListAsync(),
            db => db.Jobs.CountAsync()));
        var count = -1;
        await together.AllAsync<KernelDb>(CancellationToken.None, async db => count = await db.Jobs.CountAsync());

        Assert.Equal(0, count);
    }

    [Theory, OnEachDatabase]
    public async Task Question_AskedAgain_SeesWhatChangedAndTakesOtherValues(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var services = Services(database);
        var together = services.GetRequiredService<AskTogether>();
        Task<long?> PlaceOfAsync(string reader) => together.OneAsync<KernelDb, long?>(
            async db => (await db.Cursors.AsNoTracking().FirstOrDefaultAsync(each => each.Reader == reader))?.Sequence, CancellationToken.None);

        Assert.Null(await PlaceOfAsync("een"));
        await PutAsync(services, ("een", 7), ("twee", 8));

        Assert.Equal((7, 8, 7, null), (await PlaceOfAsync("een"), await PlaceOfAsync("twee"), await PlaceOfAsync("een"), await PlaceOfAsync("drie")));

        // As a migration does while the site runs.
        await ChangeAsync(services, "ALTER TABLE ledger_cursors ADD COLUMN more TEXT");
        Assert.Equal(8, await PlaceOfAsync("twee"));
    }

    [Theory, OnEachDatabase]
    public async Task Question_OfWhichTheAnswerIsReadInPart_LeavesTheConnectionGood(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var services = Services(database);
        await PutAsync(services, ("een", 7), ("twee", 8), ("drie", 9));
        var together = services.GetRequiredService<AskTogether>();
        Task<long> FirstAsync() => together.OneAsync<KernelDb, long>(
            async db =>
            {
                await foreach (var cursor in db.Cursors.AsNoTracking().OrderBy(each => each.Sequence).AsAsyncEnumerable())
                    return cursor.Sequence;
                return 0;
            },
            CancellationToken.None);

        Assert.Equal((7, 7), (await FirstAsync(), await FirstAsync()));
        await ChangeAsync(services, "DELETE FROM ledger_cursors WHERE reader = 'een'");
        Assert.Equal(8, await FirstAsync());
    }

    private static Task PutAsync(ServiceProvider services, params IEnumerable<(string Reader, int Place)> cursors) => ChangeAsync(
        services,
        "INSERT INTO ledger_cursors (reader, sequence, \"transaction\", leased_by, leased_until) VALUES "
            + string.Join(", ", cursors.Select(each => $"('{each.Reader}', {each.Place}, 0, '', '2026-01-01 00:00:00+00')")));

    private static async Task ChangeAsync(ServiceProvider services, string sql)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KernelDb>().Database.ExecuteSqlRawAsync(sql);
    }

    private static ServiceProvider Services(TestDatabase database)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new($"ConnectionStrings:{Provider.ConnectionName}", database.Connection)]).Build();
        var trips = new Trips();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddSingleton(trips)
            .AddSingleton<IDbCommandInterceptor>(trips).AddKernel(configuration, []).BuildServiceProvider();
    }

    private sealed class Trips : DbCommandInterceptor
    {
        public int Number { get; private set; }

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!result.HasResult || result.Result is not JoinedAnswer { IsFirst: false })
                Number++;
            return ValueTask.FromResult(result);
        }
    }
}

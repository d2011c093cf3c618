using System.Data.Common;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Migrations;
using Parelmuur.Web;

namespace Parelmuur.Tests;

/// <summary>The whole site as people use it: real pages over HTTP, on a port of its own and a database of its own.</summary>
/// <remarks>
/// Take it as a class fixture, or share it with <see cref="WithSite"/>. For PostgreSQL or a site without samples:
/// <see cref="StartAsync"/>.
/// </remarks>
public sealed class ParelmuurApp : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>How often a password is hashed here: far less than on a real site.</summary>
    public const int HashRounds = 2_000;

    private static readonly HtmlParser Parser = new();

    private WebApplication? app;
    private TestDatabase? database;
    private HttpClient? client;

    /// <summary>Gets pages and sends forms; follows no redirect, so that a test sees it.</summary>
    public HttpClient Client => client ?? throw NotStarted();

    /// <summary>The services of the running site, to look behind the pages.</summary>
    public IServiceProvider Services => app?.Services ?? throw NotStarted();

    /// <summary>Where a browser finds the site.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>The connection string of its database.</summary>
    public string Connection => database?.Connection ?? throw NotStarted();

    /// <summary>How many questions the site asked its database.</summary>
    public CountedQuestions Questions { get; } = new();

    /// <summary>Where the mails of this site come, as .eml files; made with the first mail.</summary>
    public string MailFolder { get; } = Path.Combine(Path.GetTempPath(), $"parelmuur-mail-{Guid.NewGuid():N}");

    /// <summary>Starts a site.</summary>
    /// <param name="kind">On which database.</param>
    /// <param name="withSamples">Whether it holds the samples.</param>
    /// <param name="settings">Other settings, as on a command line: "--Api:RequestsPerMinute=2".</param>
    public static async Task<ParelmuurApp> StartAsync(DatabaseKind kind, bool withSamples = true, params string[] settings)
    {
        var site = new ParelmuurApp();
        await site.StartOnAsync(kind, withSamples, settings);
        return site;
    }

    /// <summary>Starts a site on what a database holds already, and removes that database with the site.</summary>
    internal static async Task<ParelmuurApp> StartOnAsync(TestDatabase database)
    {
        var site = new ParelmuurApp { database = database };
        await site.ServeAsync(withSamples: true, []);
        return site;
    }

    /// <summary>A visitor who is not signed in.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>A visitor who is signed in as one of the sample people, by the full name.</summary>
    public async Task<Visitor> AsAsync(string samplePerson)
    {
        var visitor = Visit();
        await visitor.SubmitAsync("/inloggen", $"Log in als {samplePerson}");
        return visitor;
    }

    /// <summary>A page as a browser reads it.</summary>
    public async Task<IHtmlDocument> PageAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{path} answered {response.StatusCode}: {html}");
        return Parser.ParseDocument(html);
    }

    Task IAsyncLifetime.InitializeAsync() => StartOnAsync(DatabaseKind.Sqlite, withSamples: true, []);

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    /// <summary>Stops the site and removes its database.</summary>
    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (database is not null)
            await database.DisposeAsync();
        if (Directory.Exists(MailFolder))
            Directory.Delete(MailFolder, recursive: true);
    }

    private async Task StartOnAsync(DatabaseKind kind, bool withSamples, string[] settings)
    {
        database = withSamples
            ? await TestDatabase.FilledAsync(kind, "samples", PutSamplesInAsync)
            : await TestDatabase.MigratedAsync(kind);
        await ServeAsync(withSamples, settings);
    }

    private async Task ServeAsync(bool withSamples, string[] settings)
    {
        app = await ServeAsync(Connection, withSamples, settings);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    // A site puts its samples in an empty database when it starts.
    private static async Task PutSamplesInAsync(string connection)
    {
        await MigrationsDb.UpdateAsync(connection);
        await using var site = new ParelmuurApp();
        site.app = await site.ServeAsync(connection, withSamples: true, []);
        await site.FinishJobsAsync(connection);
    }

    // What is due is done before the copies are made, and waits an hour from then on, so that no site does it while a test looks.
    private async Task FinishJobsAsync(string connection)
    {
        await using var scope = Services.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetServices<IDailyJob>().Count() + scope.ServiceProvider.GetServices<IJob>().Count();
        await using DbConnection rows = Provider.IsPostgres(connection) ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        await rows.OpenAsync();
        await using var done = rows.CreateCommand();
        // A job that never ran is due since the beginning of time. Mail that the jobs left waiting would be sent by every copy.
        done.CommandText =
            """
            SELECT (SELECT COUNT(*) FROM kernel_jobs WHERE due > '2000-01-01')
                - (SELECT COUNT(*) FROM kernel_mails WHERE next_attempt IS NOT NULL)
            """;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (Convert.ToInt32(await done.ExecuteScalarAsync(limit.Token), CultureInfo.InvariantCulture) < jobs)
            await again.WaitForNextTickAsync(limit.Token);

        await using var wait = rows.CreateCommand();
        wait.CommandText = "UPDATE kernel_jobs SET due = @later WHERE due < @later";
        var later = wait.CreateParameter();
        (later.ParameterName, later.Value) = ("@later", TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1));
        wait.Parameters.Add(later);
        Assert.NotEqual(0, await wait.ExecuteNonQueryAsync(limit.Token));
    }

    private async Task<WebApplication> ServeAsync(string connection, bool withSamples, string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Startup).Assembly.GetName().Name,
            ContentRootPath = Repository.Path("src/Web"),
            Args =
            [
                "--urls=http://127.0.0.1:0",
                $"--ConnectionStrings:{Provider.ConnectionName}={connection}",
                $"--Mail:Folder={MailFolder}",
                "--Accounts:AttemptsPerMinute=0",
                "--PostsPerMinute=0",
                $"--Samples={(withSamples ? Repository.Path("samples") : "")}",
                .. settings,
            ],
        });
        builder.Services.AddSingleton<IDbCommandInterceptor>(Questions);
        // Guessing must be slow; a third of the time of the tests of Accounts went to being slow.
        builder.Services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds);
        return await Startup.StartAsync(builder);
    }

    private static InvalidOperationException NotStarted() => new("The site has not started.");
}

/// <summary>Shares one running site, with samples on SQLite, among all test classes that only look.</summary>
[CollectionDefinition(Name)]
public sealed class WithSite : ICollectionFixture<ParelmuurApp>
{
    /// <summary>What stands in <c>[Collection(WithSite.Name)]</c>.</summary>
    public const string Name = "With site";
}

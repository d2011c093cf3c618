using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Kernel;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Tests.Import;

/// <summary>The rooms on a database of their own, with a folder for files to import.</summary>
internal sealed class ImportRoom : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parelmuur-import-");

    private ImportRoom(TestDatabase database, ServiceProvider services) => (this.database, this.services) = (database, services);

    /// <summary>The lines of the report of the last import.</summary>
    public List<ImportLine> Lines { get; } = [];

    public static async Task<ImportRoom> OpenAsync(DatabaseKind kind = DatabaseKind.Sqlite, TimeProvider? time = null)
    {
        var fresh = await TestDatabase.MigratedAsync(kind);
        var rooms = new ServiceCollection()
            .AddSingleton(fresh.Configuration)
            .AddLogging()
            .AddKernel(
                fresh.Configuration,
                [new OrganisationsModule(), new AccountsModule(), new AdoptionModule(), new SearchModule(), new CatalogueModule()])
            .AddSingleton(time ?? TimeProvider.System)
            .BuildServiceProvider();
        await rooms.SeedModulesAsync(samples: null);
        return new ImportRoom(fresh, rooms);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Writes a file to import.</summary>
    public string Write(string name, string content, Encoding? encoding = null) => Write(name, (encoding ?? new UTF8Encoding(false)).GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Writes an export of the register with these algorithms.</summary>
    public string WriteRegister(params string[] algorithms) =>
        Write("register.json", $"{{ \"algoritmes\": [\n{string.Join(",\n", algorithms)}\n], \"fetched_at\": \"2026-08-08T06:20:11Z\" }}");

    /// <summary>One algorithm as the register writes it.</summary>
    public static string Algorithm(
        string id, string title, string organisation = "Gemeente Gouda", string purpose = "Het helpt.", string status = "in_gebruik") =>
        System.Text.Json.JsonSerializer.Serialize(new
        {
            id, title, organisatie = organisation, doel = purpose, status, geregistreerd = "2026-01-02", toegevoegd = "2026-05-13",
            url = $"https://algoritmes.overheid.nl/nl/algoritme/{id}",
        });

    public Task<ImportReport> RegisterAsync(string path, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default) =>
        ImportAsync(ImportFormat.AlgorithmRegister, path, progress, cancellation: cancellation);

    public Task<ImportReport> ImportAsync(
        ImportFormat format, string path, IProgress<ImportProgress>? progress = null, string? name = null, CancellationToken cancellation = default)
    {
        Lines.Clear();
        return Get<ICatalogueImport>().RunAsync(new ImportRequest(format, [path]) { OnLine = Lines.Add, Name = name }, progress, cancellation);
    }

    /// <summary>Asks the tables of the catalogue.</summary>
    public async Task<T> AskAsync<T>(Func<CatalogueDb, Task<T>> question)
    {
        await using var scope = services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<CatalogueDb>());
    }

    /// <summary>Lets everything that is kept in memory be read anew.</summary>
    public async Task LoadAsync()
    {
        foreach (var reader in services.GetServices<ILedgerReader>().Where(reader => reader.EveryNode))
            await reader.StartAsync(CancellationToken.None);
    }

    /// <summary>Who uses the solution with this title, from memory as the pages ask it.</summary>
    public async Task<IReadOnlyList<UserOf>> UsersOfAsync(string title)
    {
        await LoadAsync();
        var id = await AskAsync(db => db.Solutions.Where(solution => solution.Title == title).Select(solution => solution.Id).SingleAsync());
        return Get<IAdoption>().UsersOf(id).Users;
    }

    public IEnumerable<ImportLine> LinesOf(ImportOutcome outcome) => Lines.Where(line => line.Outcome == outcome);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

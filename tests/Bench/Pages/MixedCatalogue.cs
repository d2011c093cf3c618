using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Catalogue.Samples;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Migrations;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Bench.Pages;

/// <summary>Fills a database with the samples and with as many mixtures of their sentences, or as many generated texts, as asked for.</summary>
internal static class MixedCatalogue
{
    private const int BatchSize = 1_000;
    private static readonly Actor Actor = new("bench");

    /// <summary>The rooms that fill the database.</summary>
    public static ServiceProvider Rooms(TempFolder folder)
    {
        IModule[] modules = [new OrganisationsModule(), new AccountsModule(), new AdoptionModule(), new SearchModule(), new CatalogueModule()];
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Parelmuur", folder.Connection)]).Build();
        return new ServiceCollection()
            .AddLogging().AddSingleton<IConfiguration>(configuration).AddKernel(configuration, modules).AddWords()
            .BuildServiceProvider();
    }

    /// <param name="folder">Where the database is.</param>
    /// <param name="entries">How many solutions, with the samples.</param>
    /// <param name="mostUsers">How many users a mixture gets at most; 0 for none.</param>
    /// <param name="text">Makes a text of so many words, instead of a mixture of sentences.</param>
    /// <returns>The slugs of the solutions made, samples first.</returns>
    public static async Task<IReadOnlyList<string>> FillAsync(TempFolder folder, int entries, int mostUsers = 8, Func<int, string>? text = null)
    {
        await MigrationsDb.UpdateAsync(folder.Connection);
        await using var services = Rooms(folder);
        var samples = new DirectoryInfo(Path.Combine(Repository.Root, "samples"));
        await services.SeedModulesAsync(samples);

        var parts = await SampleSolution.ReadAsync(samples, CancellationToken.None);
        var organisations = services.GetRequiredService<IOrganisations>();
        var adoption = services.GetRequiredService<IAdoption>();
        var slugs = parts.Select(sample => sample.Slug).ToList();
#pragma warning disable CA5394 // The same seed gives the same catalogue in every run.
        var chance = new Random(342);
        for (var from = slugs.Count; from < entries; from += BatchSize)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
            var claims = new List<UseClaim>();
            for (var at = from; at < Math.Min(entries, from + BatchSize); at++)
            {
                var solution = Mix(parts, chance, at, text);
                db.Solutions.Add(solution);
                db.Slugs.Add(new(solution.Slug, solution.Id));
                db.Record(new SolutionShared(solution.Id, solution.Title, solution.Stage), Actor);
                slugs.Add(solution.Slug);
                foreach (var user in mostUsers == 0 ? [] : chance.GetItems([.. organisations.Current], chance.Next(1, mostUsers + 1)).Distinct())
                    claims.Add(new(solution.Id, user.Id, UseState.Active, "bench", organisations.Today, null));
            }

            await db.SaveChangesAsync();
            await adoption.ClaimAsync(claims, Actor, CancellationToken.None);
        }

        return slugs;

        static Solution Mix(IReadOnlyList<SampleSolution> parts, Random chance, int at, Func<int, string>? text)
        {
            SampleSolution Any() => parts[chance.Next(parts.Count)];
            var number = at.ToString(CultureInfo.InvariantCulture);
            var main = Any();
            var title = $"{text?.Invoke(4) ?? main.Title} {number}";
            return Solution.Share(
                $"{main.Slug}-{number}",
                new SolutionContent
                {
                    Title = title[Math.Max(0, title.Length - Solution.TitleLength)..],
                    Promise = text?.Invoke(8) ?? Any().Promise,
                    Problem = text?.Invoke(30) ?? Any().Problem,
                    WhatWeDid = text?.Invoke(30) ?? Any().WhatWeDid,
                    Result = text?.Invoke(20) ?? Any().Result,
                    ForWhom = text?.Invoke(5) ?? Any().ForWhom,
                    Kind = main.Kind,
                    Themes = main.Themes,
                    Tasks = main.Tasks,
                    Laws = main.Laws,
                },
                main.Stage, SolutionStatus.Published, main.Shared, main.LastConfirmed, isSample: true);
        }
#pragma warning restore CA5394
    }
}

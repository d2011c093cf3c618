using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Tests.Uses;

/// <summary>What these tests need of a municipality with uses: Omar is its coordinator, Samira a contributor.</summary>
internal static class Zutphen
{
    public const string Coordinator = "Omar Bensaïd", Contributor = "Samira Yıldız";

    public static OrganisationId Of(ParelmuurApp site, string slug = "zutphen") =>
        site.Services.GetRequiredService<IOrganisations>().FindMunicipalityBySlug(slug)!.Id;

    public static DateOnly Today(ParelmuurApp site) => site.Services.GetRequiredService<IOrganisations>().Today;

    /// <summary>Reads in a spreadsheet with solutions that the users are said to use.</summary>
    public static async Task ImportAsync(this ParelmuurApp site, string users, params IReadOnlyList<(string Title, string Maker)> solutions)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        await File.WriteAllLinesAsync(
            file, solutions.Select(each => Csv.Line(each.Title, "Een belofte die iedereen begrijpt.", each.Maker, users).TrimEnd())
                .Prepend("Titel,Belofte,Bedacht door,Gebruikt door"), Encoding.UTF8);
        try
        {
            await site.Services.GetRequiredService<ICatalogueImport>().RunAsync(
                new(ImportFormat.Spreadsheet, [file]) { Name = "Regio" }, null, default);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What its own people see, with the title of each solution.</summary>
    public static async Task<Dictionary<string, OwnUse>> UsesAsync(this ParelmuurApp site, string slug = "zutphen")
    {
        var uses = await site.Services.GetRequiredService<IAdoption>().OwnUsesAsync(Of(site, slug), default);
        var cards = await site.Services.GetRequiredService<ICatalogue>().CardsAsync([.. uses.Select(use => use.Solution)], default);
        return uses.Where(use => cards.ContainsKey(use.Solution)).ToDictionary(use => cards[use.Solution].Title);
    }

    /// <summary>Lets it decide, on any day.</summary>
    public static async Task DecideAsync(this ParelmuurApp site, DateOnly on, params UseDecision[] decisions) => Assert.All(
        await site.Services.GetRequiredService<IAdoption>().DecideAsync(Of(site), decisions, Guid.NewGuid(), confirms: true, on, new("test"), default),
        outcome => Assert.Null(outcome.Trouble));

    /// <summary>The id of a sample person.</summary>
    public static async Task<PersonId> IdOfAsync(this ParelmuurApp site, string name)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return new(await scope.ServiceProvider.GetRequiredService<JoiningDb>().Database
            .SqlQuery<Guid>($"""SELECT id AS "Value" FROM accounts_people WHERE full_name = {name}""").SingleAsync());
    }

    /// <summary>Waits until something is so; the register reads the ledger within a second.</summary>
    public static async Task UntilAsync(Func<Task<bool>> seen)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (!await seen())
            await again.WaitForNextTickAsync(limit.Token);
    }
}

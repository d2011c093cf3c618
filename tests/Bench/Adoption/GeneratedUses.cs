using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Adoption;
using Parelmuur.Bench.Pages;
using Parelmuur.Catalogue;
using Parelmuur.Kernel;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Bench.Adoption;

/// <summary>A database full of uses: few solutions are used by nearly everyone, most by some.</summary>
/// <remarks>
/// The municipality, the solution and the coordinator that are measured have as many uses whatever the size, so that their pages
/// differ by nothing but what stands around them. The same size gives the same uses, counted from today.
/// </remarks>
internal sealed class GeneratedUses : IAsyncDisposable
{
    /// <summary>The municipality that is measured; Omar Bensaïd of the samples coordinates it.</summary>
    public const string Municipality = "zutphen";

    private const int Solutions = 3_000, EachFifth = 5, UsersOfMeasured = 67, BatchSize = 100;
    private static readonly Actor Actor = new("bench");

    private readonly ServiceProvider rooms;

    private GeneratedUses(ServiceProvider rooms) => this.rooms = rooms;

    /// <summary>The solution that is measured.</summary>
    public string Solution { get; private set; } = "";

    /// <summary>How many uses there are.</summary>
    public int Count { get; private set; }

    /// <summary>A coordinator of each of the other municipalities.</summary>
    public IReadOnlyList<PersonId> Coordinators { get; private set; } = [];

    /// <summary>Fills an empty database with about so many uses.</summary>
    public static async Task<GeneratedUses> FillAsync(TempFolder folder, int uses)
    {
        var slugs = await MixedCatalogue.FillAsync(folder, Solutions, mostUsers: 0);
        var generated = new GeneratedUses(MixedCatalogue.Rooms(folder));
        await generated.rooms.SeedModulesAsync(samples: null);
        await generated.AddAsync(slugs, uses);
        return generated;
    }

    /// <summary>What the site did not hear of by a page: one more change of a use elsewhere.</summary>
    public async Task ChangeElsewhereAsync(int time)
    {
        await using var scope = rooms.CreateAsyncScope();
        var use = await scope.ServiceProvider.GetRequiredService<AdoptionDb>().Uses.AsNoTracking()
            .Where(each => each.User != Here.Id && each.ConfirmedOn != null).OrderBy(each => each.Id).Skip(time).FirstAsync();
        await rooms.GetRequiredService<IAdoption>().DecideAsync(
            use.User, [new(use.Solution, UseAnswer.Keep, Details: new(use.Since, Version: $"{time}.0"))], Guid.NewGuid(), confirms: true,
            rooms.GetRequiredService<IOrganisations>().Today, Actor, CancellationToken.None);
    }

    /// <summary>Asks the database itself.</summary>
    public async Task<T> AskAsync<T>(Func<AdoptionDb, Task<T>> question)
    {
        await using var scope = rooms.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<AdoptionDb>());
    }

    public ValueTask DisposeAsync() => rooms.DisposeAsync();

    private Municipality Here => rooms.GetRequiredService<IOrganisations>().FindMunicipalityBySlug(Municipality)!;

    private async Task AddAsync(IReadOnlyList<string> slugs, int uses)
    {
        var organisations = rooms.GetRequiredService<IOrganisations>();
        var adoption = rooms.GetRequiredService<IAdoption>();
        var (today, others) = (organisations.Today, organisations.Current.Where(each => each.Slug != Municipality).Select(each => each.Id).ToArray());
        var ids = await UnusedAsync(slugs);
        Solution = slugs[^1];
        var steepness = ((double)others.Length * ids.Count / (uses - (Solutions / EachFifth))) - 1;
        foreach (var batch in ids.Index().Chunk(BatchSize))
        {
            List<SampleUse> said = [];
            List<UseClaim> claimed = [];
            foreach (var (rank, solution) in batch)
            {
#pragma warning disable CA5394 // The same seed gives the same uses in every run.
                var chance = new Random(rank);
                var used = rank == ids.Count - 1 ? UsersOfMeasured : (int)Math.Round(others.Length * Math.Pow(rank / (double)ids.Count, steepness));
                if (rank % EachFifth == 0)
                    Add(Here.Id);
                chance.Shuffle(others);
                foreach (var user in others.Take(used))
                    Add(user);

                void Add(OrganisationId user)
                {
                    var since = today.AddDays(-chance.Next(366, 2_000));
                    var state = chance.Next(20) == 0 ? UseState.Planned : UseState.Active;
                    if (chance.Next(5) == 0)
                        claimed.Add(new(solution, user, state, "Werkblad Regio", since, since));
                    else
                        said.Add(new(solution, user, state, since, today.AddDays(-chance.Next(1, 365))));
                }
#pragma warning restore CA5394
            }

            await adoption.RegisterSamplesAsync(said, Actor, CancellationToken.None);
            await adoption.ClaimAsync(claimed, Actor, CancellationToken.None);
        }

        Count = await AskAsync(db => db.Uses.CountAsync());
        Coordinators = await AddCoordinatorsAsync();
        // A server that stands does so by itself after a while.
        if (await AskAsync(db => Task.FromResult(db.Database.IsNpgsql())))
            await AskAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
    }

    // Not those that the samples use already.
    private async Task<List<SolutionId>> UnusedAsync(IReadOnlyList<string> slugs)
    {
        await using var scope = rooms.CreateAsyncScope();
        var bySlug = await scope.ServiceProvider.GetRequiredService<CatalogueDb>().Solutions
            .Select(solution => new { solution.Slug, solution.Id }).ToDictionaryAsync(each => each.Slug, each => each.Id);
        var used = (await AskAsync(db => db.Uses.Select(use => use.Solution).Distinct().ToListAsync())).ToHashSet();
        return [.. slugs.Select(slug => bySlug[slug]).Where(solution => !used.Contains(solution))];
    }

    // As the samples do: they sign in with one click.
    private async Task<IReadOnlyList<PersonId>> AddCoordinatorsAsync()
    {
        await using var scope = rooms.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var now = TimeProvider.System.GetUtcNow();
        List<PersonId> people = [];
        foreach (var municipality in rooms.GetRequiredService<IOrganisations>().Current.Where(each => each.Slug != Municipality))
        {
            var email = $"{municipality.Slug}@gemeente.example";
            var person = Person.Join($"Coördinator van {municipality.Name}", email, "nl", now, isSample: true);
            person.NormalizedEmail = person.NormalizedUserName = email.ToUpperInvariant();
            person.EmailConfirmed = true;
            var membership = Membership.Request(person.Id, municipality.Id, MembershipRole.Coordinator, now);
            membership.Approve(by: null, now);
            db.Add(person);
            db.Add(membership);
            db.Record(new MembershipApproved(municipality.Id, person.Id, MembershipRole.Coordinator, ByDomain: false), Actor);
            people.Add(person.Id);
        }

        await db.SaveChangesAsync();
        return people;
    }
}

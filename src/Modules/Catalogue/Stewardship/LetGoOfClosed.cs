using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>
/// Who closed the account looks after nothing any more: what they looked after seeks a steward, and its deputy is asked whether it is
/// still true. Who asked for it has no name here any more either. Runs on one node at a time.
/// </summary>
/// <remarks>Reading the same entries again changes nothing: the places are free by then, and the names are gone.</remarks>
internal sealed class LetGoOfClosed(IServiceScopeFactory scopes, IOrganisations organisations) : ILedgerReader
{
    private static readonly Actor Actor = new("gesloten accounts");

    public string Name => "stewards who closed their account";

    public bool EveryNode => false;

    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        foreach (var entry in entries.Where(entry => entry.Event == nameof(AccountClosed)))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
            var person = new PersonId(entry.SubjectId);
            var cared = await db.Solutions.Where(each => each.StewardPerson == person || each.DeputyPerson == person).ToListAsync(cancellation);
            // The names come before the places are free, because they go with them.
            if (JsonSerializer.Deserialize<AccountClosed>(entry.Change, JsonSerializerOptions.Web)!.NameForgotten)
                await ForgetAsync(db, person, cared, await FormerNameAsync(scope.ServiceProvider, person, cancellation), cancellation);
            foreach (var solution in cared)
                Free(db, solution, person);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private void Free(CatalogueDb db, Solution solution, PersonId person)
    {
        foreach (var role in solution.RolesOf(person))
            db.Record(new StewardLeft(solution.Id, role.ToString()), Actor);
        solution.LeftBy(person, organisations.Today);
    }

    private static async Task<string> FormerNameAsync(IServiceProvider services, PersonId person, CancellationToken cancellation) =>
        (await services.GetRequiredService<IAccounts>().PeopleAsync([person], cancellation))[person].Name;

    private static async Task ForgetAsync(
        CatalogueDb db, PersonId person, List<Solution> cared, string former, CancellationToken cancellation)
    {
        var once = await db.Versions.Where(version => version.Person == person).Select(version => new { version.Solution, version.Fields }).ToListAsync(cancellation);
        foreach (var id in cared.Select(each => each.Id).Union(once.Where(each => each.Fields.Any(IsRole)).Select(each => each.Solution)).ToList())
        {
            var versions = await db.Versions.Where(version => version.Solution == id).OrderBy(version => version.Number).ToListAsync(cancellation);
            var names = NamesOf(person, cared.Find(each => each.Id == id), versions);
            if (versions.FindAll(version => version.Forget(names, former)).Count > 0)
                db.Record(new StewardForgotten(id), Actor);
        }

        foreach (var intention in await db.Intentions.Where(each => each.Person == person && each.Contact != former).ToListAsync(cancellation))
        {
            intention.ForgetContact(former);
            db.Record(new ContactForgotten(intention.Id), Actor);
        }

        foreach (var join in await db.IntentionJoins.Where(each => each.Person == person && each.Contact != former).ToListAsync(cancellation))
        {
            join.ForgetContact(former);
            db.Record(new ContactForgotten(join.Intention), Actor);
        }
    }

    // How the person was named here: as steward or deputy of today, and in the versions with which they became that or stopped.
    private static HashSet<string> NamesOf(PersonId person, Solution? cared, List<SolutionVersion> versions)
    {
        var contacts = new List<Contact?>
        {
            cared?.StewardPerson == person ? cared.Steward : null,
            cared?.DeputyPerson == person ? cared.Deputy : null,
        };
        foreach (var (at, version) in versions.Index().Where(each => each.Item.Person == person))
        {
            var before = at > 0 ? versions[at - 1].Content : null;
            if (version.Fields.Contains(nameof(StewardRole.Steward)))
                contacts.Add(version.Content.Steward ?? before?.Steward);
            if (version.Fields.Contains(nameof(StewardRole.Deputy)))
                contacts.Add(version.Content.Deputy ?? before?.Deputy);
        }

        return [.. contacts.OfType<Contact>().Select(contact => contact.Name)];
    }

    private static bool IsRole(string field) => field is nameof(StewardRole.Steward) or nameof(StewardRole.Deputy);
}

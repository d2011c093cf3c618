using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Archiving;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>
/// Every day: who stopped working for the organisation for which they looked after a solution, looks after it no longer. It seeks a steward, and
/// the coordinators of that organisation get one mail.
/// </summary>
/// <remarks>A role that was ended by mistake can be given back for a while; as long as that lasts nothing happens here.</remarks>
internal sealed class LetGoOfLeft(
    CatalogueDb db, IAccounts accounts, TellUsers tell, IOrganisations organisations, Words words, TimeProvider time) : IDailyJob
{
    private static readonly Actor Actor = new("dagelijkse controle");

    /// <inheritdoc/>
    public string Name => "let go of stewards who left";

    /// <inheritdoc/>
    public string Does => "Nieuwe beheerders zoeken";

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var rows = await db.Solutions.AsNoTracking()
            .Where(solution => solution.StewardPerson != null || solution.DeputyPerson != null)
            .Select(solution => new { solution.Id, solution.StewardPerson, solution.Steward, solution.DeputyPerson, solution.Deputy })
            .ToListAsync(cancellation);
        var cared = rows
            .SelectMany(row => new[]
            {
                (row.Id, Person: row.StewardPerson, row.Steward?.Organisation), (row.Id, Person: row.DeputyPerson, row.Deputy?.Organisation),
            })
            .Where(each => each is { Person: not null, Organisation: not null })
            // Roles of a municipality that ended go on at who carries on its work.
            .ToLookup(each => (each.Person!.Value, organisations.OfToday(each.Organisation!.Value)?.Id ?? each.Organisation.Value), each => each.Id);
        foreach (var (person, organisation) in await accounts.LeftAsync([.. cared.Select(each => each.Key)], cancellation))
            await FreeAsync(person, organisation, [.. cared[(person, organisation)]], cancellation);
    }

    private async Task FreeAsync(PersonId person, OrganisationId organisation, List<SolutionId> ids, CancellationToken cancellation)
    {
        var today = organisations.DayOf(time.GetUtcNow());
        var solutions = await db.Solutions.Where(solution => ids.Contains(solution.Id)).OrderBy(solution => solution.SortTitle).ToListAsync(cancellation);
        foreach (var solution in solutions)
        {
            foreach (var role in solution.RolesOf(person))
                db.Record(new StewardLeft(solution.Id, role.ToString()), Actor);
            solution.LeftBy(person, today);
        }

        // Without a deputy the steward is still there to call.
        var shown = solutions.Where(solution => solution.Status.IsPublic() && solution.Steward is null).ToList();
        if (shown.Count > 0)
        {
            var name = (await accounts.PeopleAsync([person], cancellation)).GetValueOrDefault(person)?.Name;
            await tell.SendToCoordinatorsAsync(organisation, reader => (
                words.Count(shown.Count, "Eén oplossing zoekt een beheerder", "{0} oplossingen zoeken een beheerder"),
                words[
                    "Hallo {0},\n\n{1} werkt niet meer bij {2}, en zorgde voor:\n\n{3}\n\nOpen een oplossing en geef haar aan een collega. Zo blijft er iemand om te bellen.",
                    reader, name, organisations.Find(organisation)?.Name,
                    string.Join("\n", shown.Select(solution => $"- {solution.Title}\n  {tell.AddressOf(solution.Slug)}/overdragen"))]), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}

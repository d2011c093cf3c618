using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>A recorded check as its page, its print and its file show it.</summary>
internal sealed record CheckDetails(
    RecordedCheck Check, IReadOnlyList<KeptMatch> Matches, IReadOnlyDictionary<Guid, Rejection> Rejections, OrganisationSummary Organisation, string Person)
{
    /// <summary>What they join or adapt.</summary>
    public KeptMatch? Chosen => Matches.FirstOrDefault(match => match.Solution == Check.Solution?.Value);

    /// <summary>Whether a reader belongs to the organisation that recorded it.</summary>
    public bool IsOf(CurrentPerson? reader) => reader?.Is(MembershipRole.Reader) == true && reader.Lineage.Contains(Check.Organisation);
}

/// <summary>Reads a recorded check for who may see it, in two questions.</summary>
internal sealed class ReadCheck(CatalogueDb db, IAccounts accounts, IOrganisations organisations)
{
    public async Task<CheckDetails?> FindAsync(Guid id, CurrentPerson? reader, CancellationToken cancellation)
    {
        var found = await db.Checks.AsNoTracking().VisibleTo(reader).Where(check => check.Id == id)
            .Select(check => new { Check = check, Rejections = db.Rejections.Where(each => each.Check == check.Id).ToList() })
            .SingleOrDefaultAsync(cancellation);
        if (found is not { Check: var check } || organisations.Find(check.Organisation) is not { } organisation)
            return null;
        var people = await accounts.PeopleAsync([check.Person], cancellation);
        return new(check, check.Matches, found.Rejections.ToDictionary(each => each.Solution.Value), organisation, people.GetValueOrDefault(check.Person)?.Name ?? "");
    }

    /// <summary>Whether there was something public at this address once.</summary>
    public Task<bool> WasPublicAsync(Guid id, CancellationToken cancellation) =>
        db.Checks.AnyAsync(check => check.Id == id && check.WasPublished, cancellation);
}

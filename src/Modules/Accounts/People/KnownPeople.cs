using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.Reorganising;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.People;

/// <summary>Answers what other rooms ask about people.</summary>
internal sealed class KnownPeople(AccountsDb db, KeptPeople kept, MoveMemberships move, TimeProvider time) : IAccounts
{
    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<PersonId, PersonSummary>> PeopleAsync(
        IReadOnlyCollection<PersonId> people, CancellationToken cancellation) => kept.FindAsync(people, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<PersonId, MailAddressOf>> MailAddressesAsync(
        IReadOnlyCollection<PersonId> people, CancellationToken cancellation) =>
        await db.People.Where(each => people.Contains(each.Id) && each.Closed == null && each.EmailConfirmed)
            .Select(each => new { each.Id, Address = new MailAddressOf(each.Email!, each.FullName, each.Language, each.Rhythm) })
            .ToDictionaryAsync(each => each.Id, each => each.Address, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<OrganisationId, int>> ReorganiseAsync(DateOnly on, Actor? actor, CancellationToken cancellation) =>
        move.RunAsync(on, actor, cancellation);

    /// <inheritdoc/>
    public async Task<MailRhythm?> SetRhythmAsync(PersonId person, MailRhythm rhythm, CancellationToken cancellation)
    {
        if (await db.People.SingleOrDefaultAsync(each => each.Id == person && each.Closed == null, cancellation) is not { } found)
            return null;
        var before = found.Rhythm;
        if (before == rhythm)
            return before;
        found.Prefer(found.Language, rhythm);
        db.Record(new AccountChanged(person, [nameof(Person.Rhythm)]), Actor.Of(person, null));
        await db.SaveChangesAsync(cancellation);
        return before;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonSummary>> MembersAsync(
        OrganisationId organisation, MembershipRole role, CancellationToken cancellation) =>
        [.. (await MembersAsync([organisation], role, cancellation))[organisation]];

    /// <inheritdoc/>
    public async Task<ILookup<OrganisationId, PersonSummary>> MembersAsync(
        IReadOnlyCollection<OrganisationId> organisations, MembershipRole role, CancellationToken cancellation)
    {
        var members = await (
            from membership in db.Memberships
            join person in db.People on membership.Person equals person.Id
            where organisations.Contains(membership.Organisation) && membership.Role == role
                && membership.State == MembershipState.Approved && person.Closed == null
            orderby person.FullName
            select new { membership.Organisation, Person = new PersonSummary(person.Id, person.FullName, false) }).ToListAsync(cancellation);
        // Whoever has the role twice is named once.
        return members.Distinct().ToLookup(each => each.Organisation, each => each.Person);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(PersonId Person, OrganisationId Organisation)>> LeftAsync(
        IReadOnlyCollection<(PersonId Person, OrganisationId Organisation)> asked, CancellationToken cancellation)
    {
        var (people, undoable) = (asked.Select(each => each.Person).Distinct().ToList(), time.GetUtcNow() - Membership.UndoFor);
        var roles = (await db.Memberships.AsNoTracking().Where(each => people.Contains(each.Person) && each.State != MembershipState.Refused)
            .Select(each => new { each.Person, each.Organisation, each.State, each.Ended }).ToListAsync(cancellation))
            .ToLookup(each => (each.Person, each.Organisation), each => each.State == MembershipState.Ended && each.Ended < undoable);
        return [.. asked.Distinct().Where(each => roles.Contains(each) && roles[each].All(ended => ended))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonSummary>> WithPlatformRoleAsync(PlatformRoles role, CancellationToken cancellation)
    {
        // There are a handful of them; flags are text in the database, so the choice is made here.
        var some = await db.People.Where(each => each.PlatformRoles != PlatformRoles.None && each.Closed == null)
            .Select(each => new { each.Id, each.FullName, each.PlatformRoles }).ToListAsync(cancellation);
        return [.. some.Where(each => (each.PlatformRoles & role) != PlatformRoles.None).Select(each => new PersonSummary(each.Id, each.FullName, false))];
    }
}

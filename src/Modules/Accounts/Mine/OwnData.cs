using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Mine;

/// <summary>Gathers everything that the house keeps about one person.</summary>
/// <remarks>What the person did in other rooms stands in the ledger, so nothing can be forgotten here.</remarks>
internal sealed class OwnData(AccountsDb db, IOrganisations organisations)
{
    /// <summary>All of it, ready for a page or a file.</summary>
    public async Task<OwnDataFile> OfAsync(PersonId id, CancellationToken cancellation)
    {
        var person = await db.People.AsNoTracking().SingleAsync(each => each.Id == id, cancellation);
        var memberships = await db.Memberships.AsNoTracking().Where(each => each.Person == id)
            .OrderBy(each => each.Requested).ToListAsync(cancellation);
        var sessions = await db.Sessions.Where(each => each.Person == id).OrderBy(each => each.Started)
            .Select(each => new SessionData(each.Device, each.Started, each.LastSeen, each.SecondFactor)).ToListAsync(cancellation);
        var passkeys = await db.Passkeys.AsNoTracking().Where(each => each.UserId == id).ToListAsync(cancellation);
        var ledger = await db.Set<LedgerEntry>().AsNoTracking().Where(each => each.Person == id || each.SubjectId == id.Value)
            .OrderBy(each => each.Sequence)
            .Select(each => new LedgerData(each.Moment, each.Event, each.Subject, each.SubjectId, each.Change)).ToListAsync(cancellation);
        return new(
            new(person.Id.Value, person.FullName, person.Email!, person.Language, person.Rhythm, person.Joined,
                person.PasswordHash is not null, person.TwoFactorEnabled, [.. RoleWords.Of(person.PlatformRoles)]),
            [.. memberships.Select(each => new MembershipData(
                organisations.Find(each.Organisation)?.Name ?? "", each.Role, each.State, each.Requested, each.Decided, each.Ended, each.Reason))],
            sessions,
            [.. passkeys.Select(each => new PasskeyData(each.Data.Name ?? "", each.Data.CreatedAt))],
            ledger);
    }
}

/// <summary>Everything about one person.</summary>
internal sealed record OwnDataFile(
    AccountData Account,
    IReadOnlyList<MembershipData> Memberships,
    IReadOnlyList<SessionData> Sessions,
    IReadOnlyList<PasskeyData> Passkeys,
    IReadOnlyList<LedgerData> Ledger);

/// <summary>The account itself. A password is kept as a hash that nobody can read, so only whether there is one.</summary>
internal sealed record AccountData(
    Guid Id, string Name, string Email, string Language, MailRhythm Rhythm, DateTimeOffset Joined,
    bool HasPassword, bool HasSecondStep, IReadOnlyList<string> PlatformRoles);

/// <summary>One role at an organisation, with what was decided.</summary>
internal sealed record MembershipData(
    string Organisation, MembershipRole Role, MembershipState State,
    DateTimeOffset Requested, DateTimeOffset? Decided, DateTimeOffset? Ended, string Reason);

/// <summary>One browser.</summary>
internal sealed record SessionData(string Device, DateTimeOffset Started, DateTimeOffset LastSeen, bool SecondFactor);

/// <summary>One passkey.</summary>
internal sealed record PasskeyData(string Name, DateTimeOffset Made);

/// <summary>One thing that the person did, or that happened to the account.</summary>
internal sealed record LedgerData(DateTimeOffset Moment, string Event, string Subject, Guid SubjectId, string Change);

using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Mine;

/// <summary>Gathers everything that the house keeps about one person.</summary>
/// <remarks>What the person did in other rooms stands in the ledger, so nothing can be forgotten here; those rooms add what they keep.</remarks>
internal sealed class OwnData(AskTogether together, IOrganisations organisations, IEnumerable<IPersonalData> rooms)
{
    /// <summary>All of it, ready for a page or a file.</summary>
    public async Task<OwnDataFile> OfAsync(PersonId id, CancellationToken cancellation)
    {
        Person person = null!;
        List<Membership> memberships = [];
        List<SessionData> sessions = [];
        List<IdentityUserPasskey<PersonId>> passkeys = [];
        List<ProviderLinkData> links = [];
        List<LedgerData> ledger = [];
        List<PersonalData> others = [];
        await together.AllAsync<AccountsDb>(
            cancellation,
            async db => person = await db.People.AsNoTracking().SingleAsync(each => each.Id == id, cancellation),
            async db => memberships = await db.Memberships.AsNoTracking().Where(each => each.Person == id)
                .OrderBy(each => each.Requested).ToListAsync(cancellation),
            async db => sessions = await db.Sessions.Where(each => each.Person == id).OrderBy(each => each.Started)
                .Select(each => new SessionData(each.Device, each.Started, each.LastSeen, each.SecondFactor, each.Provider)).ToListAsync(cancellation),
            async db => passkeys = await db.Passkeys.AsNoTracking().Where(each => each.UserId == id).ToListAsync(cancellation),
            async db => links = await db.ProviderLinks.Where(each => each.Person == id).OrderBy(each => each.Since)
                .Select(each => new ProviderLinkData(each.Provider, each.Subject, each.Since)).ToListAsync(cancellation),
            async db => ledger = await db.Set<LedgerEntry>().AsNoTracking().Where(each => each.Person == id || each.SubjectId == id.Value)
                .OrderBy(each => each.Sequence)
                .Select(each => new LedgerData(each.Moment, each.Event, each.Subject, each.SubjectId, each.Change)).ToListAsync(cancellation));
        others.AddRange(await together.PartsAsync(rooms, async room => (PersonalData?)await room.OfAsync(id, cancellation), cancellation));
        return new(
            new(person.Id.Value, person.FullName, person.Email!, person.Language, person.Rhythm, person.Joined,
                person.PasswordHash is not null, person.TwoFactorEnabled, [.. RoleWords.Of(person.PlatformRoles)]),
            [.. memberships.Select(each => new MembershipData(
                organisations.Find(each.Organisation)?.Name ?? "", each.Role, each.State, each.Requested, each.Decided, each.Ended, each.Reason))],
            sessions,
            [.. passkeys.Select(each => new PasskeyData(each.Data.Name ?? "", each.Data.CreatedAt))],
            links,
            others.ToDictionary(each => each.Name, each => each.Rows),
            ledger)
        {
            Titles = [.. others.Where(each => each.Rows.Count > 0).Select(each => (each.Title, each.Rows.Count))],
        };
    }
}

/// <summary>Everything about one person.</summary>
internal sealed record OwnDataFile(
    AccountData Account,
    IReadOnlyList<MembershipData> Memberships,
    IReadOnlyList<SessionData> Sessions,
    IReadOnlyList<PasskeyData> Passkeys,
    IReadOnlyList<ProviderLinkData> Providers,
    IReadOnlyDictionary<string, IReadOnlyList<object>> Rooms,
    IReadOnlyList<LedgerData> Ledger)
{
    /// <summary>What the rooms keep in the words of the page, with how much it is.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Title, int Count)> Titles { get; init; } = [];
}

/// <summary>The account itself. A password is kept as a hash that nobody can read, so only whether there is one.</summary>
internal sealed record AccountData(
    Guid Id, string Name, string Email, string Language, MailRhythm Rhythm, DateTimeOffset Joined,
    bool HasPassword, bool HasSecondStep, IReadOnlyList<string> PlatformRoles);

/// <summary>One role at an organisation, with what was decided.</summary>
internal sealed record MembershipData(
    string Organisation, MembershipRole Role, MembershipState State,
    DateTimeOffset Requested, DateTimeOffset? Decided, DateTimeOffset? Ended, string Reason);

/// <summary>One browser.</summary>
internal sealed record SessionData(string Device, DateTimeOffset Started, DateTimeOffset LastSeen, bool SecondFactor, string? Provider);

/// <summary>One passkey.</summary>
internal sealed record PasskeyData(string Name, DateTimeOffset Made);

/// <summary>One identity provider with which the person can sign in, and who that is there.</summary>
internal sealed record ProviderLinkData(string Provider, string Subject, DateTimeOffset Since);

/// <summary>One thing that the person did, or that happened to the account.</summary>
internal sealed record LedgerData(DateTimeOffset Moment, string Event, string Subject, Guid SubjectId, string Change);

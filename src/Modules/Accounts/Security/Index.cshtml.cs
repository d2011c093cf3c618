using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Providers;
using Parelmuur.Design;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Security;

/// <summary>How a person signs in, and where: password, second step, passkeys, sessions.</summary>
internal sealed class IndexModel(UserManager<Person> people, KnownProviders providers, AskTogether together) : FormPage
{
    /// <summary>The account.</summary>
    public Person Person { get; private set; } = null!;

    /// <summary>The passkeys, oldest first.</summary>
    public IReadOnlyList<OwnPasskey> Passkeys { get; private set; } = [];

    /// <summary>The identity providers, tied to the account or not.</summary>
    public IReadOnlyList<OwnProvider> Providers { get; private set; } = [];

    /// <summary>The browsers in which the person is signed in, this one first.</summary>
    public IReadOnlyList<OwnSession> Sessions { get; private set; } = [];

    /// <summary>How many recovery codes were not used yet.</summary>
    public int CodesLeft { get; private set; }

    /// <summary>Whether this browser signed in without the second factor that the person has.</summary>
    public bool MustSignInAgain => Me.RolesSleep && (Person.TwoFactorEnabled || Passkeys.Count > 0);

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        await together.AllAsync<AccountsDb>(
            cancellation,
            async db => Person = await db.People.AsNoTracking().SingleAsync(each => each.Id == Me.Id, cancellation),
            async db => Passkeys = [.. (await db.Passkeys.AsNoTracking().Where(each => each.UserId == Me.Id).ToListAsync(cancellation))
                .OrderBy(each => each.Data.CreatedAt).Select(OwnPasskey.Of)],
            async db => Providers = OwnProvider.Of(
                providers, await db.ProviderLinks.AsNoTracking().Where(each => each.Person == Me.Id).OrderBy(each => each.Since).ToListAsync(cancellation)),
            async db => Sessions = await db.Sessions.Where(each => each.Person == Me.Id)
                .OrderBy(each => each.Id == Me.Session ? 0 : 1).ThenByDescending(each => each.LastSeen)
                .Select(each => new OwnSession(each.Id, each.Device, each.Started, each.LastSeen, each.Id == Me.Session))
                .ToListAsync(cancellation));
        if (Person.TwoFactorEnabled)
            CodesLeft = await people.CountRecoveryCodesAsync(Person);
    }
}

/// <summary>A browser in which the person is signed in.</summary>
internal sealed record OwnSession(Guid Id, string Device, DateTimeOffset Started, DateTimeOffset LastSeen, bool IsThis);

/// <summary>A passkey as its owner knows it.</summary>
/// <param name="Id">Its id, safe to stand in an address.</param>
/// <param name="Name">What the owner calls it.</param>
/// <param name="Made">When it was added.</param>
internal sealed record OwnPasskey(string Id, string Name, DateTimeOffset Made)
{
    /// <summary>The passkey as Identity keeps it.</summary>
    public static OwnPasskey Of(IdentityUserPasskey<PersonId> passkey) => new(
        WebEncoders.Base64UrlEncode(passkey.CredentialId), passkey.Data.Name ?? "Passkey", passkey.Data.CreatedAt);
}

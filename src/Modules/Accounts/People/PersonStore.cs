using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.People;

/// <summary>Lets Identity keep its people in the tables of this room, under the id that the whole house uses.</summary>
/// <remarks>Recovery codes are kept as passwords are: nobody who reads the table can use them.</remarks>
internal sealed class PersonStore(AccountsDb db, IdentityErrorDescriber describer)
    : UserOnlyStore<Person, AccountsDb, PersonId, IdentityUserClaim<PersonId>, IdentityUserLogin<PersonId>,
        IdentityUserToken<PersonId>, IdentityUserPasskey<PersonId>>(db, describer)
{
    // A code is ten random signs out of 26, so 47 bits: guessing one from a stolen table takes years of a fast machine per person,
    // for no more than a second step. Other rounds would void the codes that people printed.
    private const int Rounds = 100_000, HashBytes = 32;

    /// <inheritdoc/>
    public override PersonId ConvertIdFromString(string? id) =>
        Guid.TryParse(id, out var value) ? PersonId.From(value) : default;

    /// <inheritdoc/>
    public override Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, [.. recoveryCodes.Select(code => Hash(user, code))], cancellationToken);

    /// <inheritdoc/>
    public override Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Hash(user, code), cancellationToken);

    private static string Hash(Person user, string code) => Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(
        code.Trim().ToUpperInvariant(), user.Id.Value.ToByteArray(), Rounds, HashAlgorithmName.SHA256, HashBytes));
}

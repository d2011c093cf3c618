using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.People;

/// <summary>Lets Identity keep its people in the tables of this room, under the id that the whole house uses.</summary>
internal sealed class PersonStore(AccountsDb db, IdentityErrorDescriber describer)
    : UserOnlyStore<Person, AccountsDb, PersonId, IdentityUserClaim<PersonId>, IdentityUserLogin<PersonId>,
        IdentityUserToken<PersonId>, IdentityUserPasskey<PersonId>>(db, describer)
{
    /// <inheritdoc/>
    public override PersonId ConvertIdFromString(string? id) =>
        Guid.TryParse(id, out var value) ? PersonId.From(value) : default;
}

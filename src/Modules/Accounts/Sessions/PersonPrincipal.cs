using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Parelmuur.Accounts.People;

namespace Parelmuur.Accounts.Sessions;

/// <summary>What Identity hands to the session at sign-in: who it is. The rest is read at each request.</summary>
internal sealed class PersonPrincipal : IUserClaimsPrincipalFactory<Person>
{
    /// <inheritdoc/>
    public Task<ClaimsPrincipal> CreateAsync(Person user) => Task.FromResult(new ClaimsPrincipal(
        new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{user.Id}")], IdentityConstants.ApplicationScheme)));
}

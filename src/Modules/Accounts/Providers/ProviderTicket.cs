using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Providers;

/// <summary>What a provider told about who signed in there, as far as this site needs it. It travels in a sealed cookie for a quarter of an hour.</summary>
/// <param name="Subject">Who it is there; unique at that provider and never used again.</param>
/// <param name="Email">The address; null without one that can get mail.</param>
/// <param name="EmailVerified">Whether the provider says that the address belongs to the person.</param>
/// <param name="Name">The name, or nothing.</param>
/// <param name="Organisation">The readable part of the address of the organisation, if a claim says it.</param>
/// <param name="Role">The role that the provider vouches for; null when none of the groups stands for one.</param>
/// <param name="SecondFactor">Whether a second factor was shown there.</param>
/// <param name="Begun">The session there.</param>
internal sealed record ProviderTicket(
    string Subject, string? Email, bool EmailVerified, string Name, string? Organisation, MembershipRole? Role, bool SecondFactor, ProviderSession Begun)
{
    /// <summary>How long it holds.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>The moment, in whole seconds, at which the provider was asked. Set when it is read back.</summary>
    public DateTimeOffset Issued { get; private init; }

    /// <summary>Reads the claims of a provider.</summary>
    /// <returns>The ticket; null without a subject that this site can keep.</returns>
    public static ProviderTicket? Of(Provider provider, ClaimsPrincipal claims)
    {
        var email = claims.FindFirstValue("email")?.Trim();
        return claims.FindFirstValue("sub") is not { Length: > 0 and <= ProviderLink.SubjectLength } subject ? null : new(
            subject,
            email is { Length: <= Person.EmailLength } && Mail.IsAddress(email) ? email : null,
            provider.EmailIsVerified || string.Equals(claims.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase),
            NameIn(claims),
            Values(claims, provider.OrganisationClaim).Select(value => provider.Organisations.GetValueOrDefault(value)).FirstOrDefault(slug => slug is not null),
            provider.RoleClaim is null ? MembershipRole.Contributor
                : Values(claims, provider.RoleClaim).Where(provider.Roles.ContainsKey).Select(value => (MembershipRole?)provider.Roles[value]).Max(),
            claims.Claims.Any(claim => claim.Type is "amr" or "acr" && provider.SecondFactorBy.Contains(claim.Value)),
            ProviderSession.Of(provider.Key, claims.FindFirstValue("sid")));
    }

    /// <summary>As it stands in the cookie.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        new (string Type, string? Value)[]
        {
            ("sub", Subject), ("email", Email), ("verified", EmailVerified ? "1" : null), ("name", Name), ("organisation", Organisation),
            ("role", Role?.ToString()), ("second", SecondFactor ? "1" : null), ("begun", $"{Begun}"),
        }.Where(each => each.Value is not null).Select(each => new Claim(each.Type, each.Value!)),
        scheme));

    /// <summary>What this provider told in this browser; null when it did not, or too long ago.</summary>
    public static async Task<ProviderTicket?> FindAsync(HttpContext context, Provider provider)
    {
        var kept = await context.AuthenticateAsync(provider.TicketScheme);
        if (kept.Principal is not { } claims)
            return null;
        return new(
            claims.FindFirstValue("sub")!, claims.FindFirstValue("email"), claims.HasClaim("verified", "1"), claims.FindFirstValue("name") ?? "",
            claims.FindFirstValue("organisation"),
            claims.FindFirstValue("role") is { } role ? Enum.Parse<MembershipRole>(role) : null,
            claims.HasClaim("second", "1"), ProviderSession.Read(claims.FindFirstValue("begun"))!)
        {
            Issued = kept.Properties?.IssuedUtc ?? DateTimeOffset.MaxValue,
        };
    }

    private static string NameIn(ClaimsPrincipal claims)
    {
        var name = claims.FindFirstValue("name") is { Length: > 0 } whole ? whole
            : string.Create(CultureInfo.InvariantCulture, $"{claims.FindFirstValue("given_name")} {claims.FindFirstValue("family_name")}").Trim();
        return name.Length <= Person.NameLength ? name : name[..Person.NameLength];
    }

    private static IEnumerable<string> Values(ClaimsPrincipal claims, string? type) =>
        type is null ? [] : claims.FindAll(type).Select(claim => claim.Value);
}

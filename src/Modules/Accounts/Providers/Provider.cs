using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Providers;

/// <summary>An identity provider ("inlogdienst") where people sign in with the account of their work, as whoever runs the site set it up.</summary>
internal sealed record Provider
{
    public const int KeyLength = 40;

    /// <summary>What stands in addresses: "gemeente-zutphen".</summary>
    public required string Key { get; init; }

    /// <summary>What stands on the button.</summary>
    public required string Name { get; init; }

    /// <summary>The issuer, without a slash at the end. Its document stands at /.well-known/openid-configuration below it.</summary>
    public required string Authority { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Whether every address that comes from here belongs to the person, also where the provider does not say so.</summary>
    public bool EmailIsVerified { get; init; }

    /// <summary>Whether who signs out here is offered to sign out there too.</summary>
    public bool EndsAtProvider { get; init; }

    /// <summary>The values of <c>amr</c> or <c>acr</c> that say that a second factor was shown.</summary>
    public required IReadOnlyList<string> SecondFactorBy { get; init; }

    /// <summary>The claim that says for whom somebody works; null when none does.</summary>
    public string? OrganisationClaim { get; init; }

    /// <summary>Values of that claim, with the readable part of the address of the organisation.</summary>
    public required IReadOnlyDictionary<string, string> Organisations { get; init; }

    /// <summary>The claim with groups or roles; null when none does.</summary>
    public string? RoleClaim { get; init; }

    /// <summary>Values of that claim, with the role that they stand for.</summary>
    public required IReadOnlyDictionary<string, MembershipRole> Roles { get; init; }

    /// <summary>The name under which the framework knows this provider.</summary>
    public string Scheme => $"provider.{Key}";

    /// <summary>The name of the cookie scheme that keeps what this provider told, until the person is signed in.</summary>
    public string TicketScheme => $"provider.{Key}.ticket";

    /// <summary>Whether an address of an issuer is that of this provider.</summary>
    public bool IsIssuer(string? issuer) => string.Equals(issuer?.TrimEnd('/'), Authority, StringComparison.Ordinal);
}

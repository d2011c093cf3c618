using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Providers;

/// <summary>An identity provider ("inlogdienst") where people sign in with the account of their work, as whoever runs the site set it up.</summary>
internal sealed record Provider
{
    public const int KeyLength = 40;

    public const string DefaultScopes = "openid profile email";

    private const string Setting = "SignIn:Providers:0:", Needed = "needed";

    /// <summary>What stands in addresses: small letters, digits and dashes, such as gemeente-zutphen.</summary>
    [Setting(Setting + nameof(Key), Otherwise = Needed)]
    public required string Key { get; init; }

    /// <summary>What stands on the button.</summary>
    [Setting(Setting + nameof(Name), Otherwise = Needed)]
    public required string Name { get; init; }

    /// <summary>The issuer, exactly as the provider calls itself; https.</summary>
    /// <remarks>Without a slash at the end. Its document stands at /.well-known/openid-configuration below it.</remarks>
    [Setting(Setting + nameof(Authority), Otherwise = Needed)]
    public required string Authority { get; init; }

    /// <summary>The name of this site at the provider, as that gave it.</summary>
    [Setting(Setting + nameof(ClientId), Otherwise = Needed)]
    public required string ClientId { get; init; }

    /// <summary>The secret of this site, as the provider gave it.</summary>
    [Setting(Setting + nameof(ClientSecret), Otherwise = Needed)]
    public required string ClientSecret { get; init; }

    /// <summary>What to ask, with a space between.</summary>
    [Setting(Setting + nameof(Scopes), Default = DefaultScopes)]
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Whether every address that comes from here belongs to the person, also where the provider does not say so.</summary>
    [Setting(Setting + nameof(EmailIsVerified), Otherwise = "what the provider says")]
    public bool EmailIsVerified { get; init; }

    /// <summary>Whether who signs out here is offered to sign out there too.</summary>
    [Setting(Setting + nameof(EndsAtProvider), Default = false)]
    public bool EndsAtProvider { get; init; }

    /// <summary>The values of <c>amr</c> or <c>acr</c> that say that a second factor was shown: mfa hwk.</summary>
    [Setting(Setting + nameof(SecondFactorBy), Otherwise = "people use the second step of this site")]
    public required IReadOnlyList<string> SecondFactorBy { get; init; }

    /// <summary>The claim that says for whom somebody works.</summary>
    [Setting(Setting + nameof(OrganisationClaim), Otherwise = "the e-mail domain")]
    public string? OrganisationClaim { get; init; }

    /// <summary>Values of that claim, with the readable part of the address of the organisation: 0001=zutphen; 0002=deventer.</summary>
    [Setting(Setting + nameof(Organisations), Otherwise = "the e-mail domain")]
    public required IReadOnlyDictionary<string, string> Organisations { get; init; }

    /// <summary>The claim with groups or roles.</summary>
    [Setting(Setting + nameof(RoleClaim), Otherwise = "everyone is a Contributor")]
    public string? RoleClaim { get; init; }

    /// <summary>Values of that claim, with the role that they stand for: pm-lezers=Reader; pm-schrijvers=Contributor; pm-leiding=Coordinator.</summary>
    [Setting(Setting + nameof(Roles), Otherwise = "everyone is a Contributor")]
    public required IReadOnlyDictionary<string, MembershipRole> Roles { get; init; }

    /// <summary>The name under which the framework knows this provider.</summary>
    public string Scheme => $"provider.{Key}";

    /// <summary>The name of the cookie scheme that keeps what this provider told, until the person is signed in.</summary>
    public string TicketScheme => $"provider.{Key}.ticket";

    /// <summary>Whether an address of an issuer is that of this provider.</summary>
    public bool IsIssuer(string? issuer) => string.Equals(issuer?.TrimEnd('/'), Authority, StringComparison.Ordinal);
}

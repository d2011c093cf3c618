using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Providers;

/// <summary>The identity providers of this site, from the settings under <c>SignIn:Providers</c>.</summary>
internal sealed class KnownProviders
{
    private const string Section = "SignIn:Providers";

    // These are addresses of the site itself.
    private static readonly string[] Taken = ["passkey", "tweede-stap"];

    private KnownProviders(IReadOnlyList<Provider> all) => All = all;

    /// <summary>In the order in which they are set up, which is that of their buttons.</summary>
    public IReadOnlyList<Provider> All { get; }

    /// <summary>The provider with this key; null when there is none.</summary>
    public Provider? Find(string? key) => All.FirstOrDefault(each => each.Key == key);

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="OptionsValidationException">With messages for the one who runs the site.</exception>
    public static KnownProviders Read(IConfiguration configuration)
    {
        var sections = configuration.GetSection(Section).GetChildren().ToList();
        var problems = sections.SelectMany(Problems).ToList();
        problems.AddRange(sections.Select(each => each["Key"]).Where(key => !string.IsNullOrEmpty(key)).GroupBy(key => key)
            .Where(same => same.Count() > 1).Select(same => $"{Section}: de sleutel {same.Key} staat er twee keer. Geef elke inlogdienst een eigen sleutel."));
        return problems.Count == 0
            ? new([.. sections.Select(Of)])
            : throw new OptionsValidationException(Section, typeof(KnownProviders), problems);
    }

    private static Provider Of(IConfigurationSection settings) => new()
    {
        Key = settings["Key"]!,
        Name = settings["Name"]!,
        Authority = settings["Authority"]!.TrimEnd('/'),
        ClientId = settings["ClientId"]!,
        ClientSecret = settings["ClientSecret"]!,
        Scopes = Words(settings["Scopes"] is { Length: > 0 } scopes ? scopes : Provider.DefaultScopes),
        EmailIsVerified = IsOn(settings["EmailIsVerified"]),
        EndsAtProvider = IsOn(settings["EndsAtProvider"]),
        SecondFactorBy = Words(settings["SecondFactorBy"]),
        OrganisationClaim = settings["OrganisationClaim"] is { Length: > 0 } organisation ? organisation : null,
        Organisations = Pairs(settings["Organisations"]).ToDictionary(pair => pair.Value, pair => pair.Means, StringComparer.Ordinal),
        RoleClaim = settings["RoleClaim"] is { Length: > 0 } role ? role : null,
        Roles = Pairs(settings["Roles"]).ToDictionary(pair => pair.Value, pair => Role(pair.Means)!.Value, StringComparer.Ordinal),
    };

    private static IEnumerable<string> Problems(IConfigurationSection settings)
    {
        foreach (var name in (string[])["Key", "Name", "Authority", "ClientId", "ClientSecret"])
        {
            if (string.IsNullOrWhiteSpace(settings[name]))
                yield return $"{settings.Path}:{name} ontbreekt. Een inlogdienst heeft Key, Name, Authority, ClientId en ClientSecret nodig.";
        }

        if (settings["Key"] is { Length: > 0 } key && (!IsKey(key) || Taken.Contains(key)))
            yield return $"{settings.Path}:Key komt in adressen. Gebruik kleine letters, cijfers en streepjes, zoals gemeente-zutphen.";
        if (settings["Authority"] is { Length: > 0 } authority && !IsSafe(authority))
            yield return $"{settings.Path}:Authority is geen veilig adres. Schrijf het volledige adres van de inlogdienst, zoals https://inloggen.gemeente.nl.";
        if (settings["Scopes"] is { Length: > 0 } scopes && !Words(scopes).Contains("openid"))
            yield return $"{settings.Path}:Scopes mist openid. Zonder openid zegt de inlogdienst niet wie er inlogt.";
        foreach (var name in (string[])["EmailIsVerified", "EndsAtProvider"])
        {
            if (settings[name] is { Length: > 0 } choice && !bool.TryParse(choice, out _))
                yield return $"{settings.Path}:{name} moet true of false zijn.";
        }

        foreach (var (claim, map) in ((string, string)[])[("OrganisationClaim", "Organisations"), ("RoleClaim", "Roles")])
        {
            if (string.IsNullOrEmpty(settings[claim]) != string.IsNullOrEmpty(settings[map]))
                yield return $"{settings.Path}:{claim} en {map} horen bij elkaar. Stel ze allebei in, of geen van beide.";
            var pairs = Pairs(settings[map]).ToList();
            if (pairs.Exists(pair => pair.Value.Length == 0 || pair.Means.Length == 0) || pairs.DistinctBy(pair => pair.Value).Count() < pairs.Count)
                yield return $"{settings.Path}:{map} is niet te lezen. Schrijf waarde=betekenis, met een puntkomma ertussen, en elke waarde één keer.";
        }

        foreach (var (value, means) in Pairs(settings["Roles"]).Where(pair => pair.Means.Length > 0 && Role(pair.Means) is null))
            yield return $"{settings.Path}:Roles geeft {value} de rol {means}. Kies Reader, Contributor of Coordinator. Andere rollen geeft alleen een mens.";
    }

    private static bool IsKey(string text) => text.Length <= Provider.KeyLength && text[0] != '-'
        && text.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');

    // Who signs for an organisation, or manages the platform, is never decided by another system.
    private static MembershipRole? Role(string name) => name switch
    {
        nameof(MembershipRole.Reader) => MembershipRole.Reader,
        nameof(MembershipRole.Contributor) => MembershipRole.Contributor,
        nameof(MembershipRole.Coordinator) => MembershipRole.Coordinator,
        _ => null,
    };

    // Without TLS only to a provider on the same machine, as in tests.
    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static bool IsOn(string? choice) => bool.TryParse(choice, out var on) && on;

    private static string[] Words(string? text) => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // A value may hold an equals sign, as names in a directory do; what it means does not.
    private static IEnumerable<(string Value, string Means)> Pairs(string? text) =>
        (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(pair =>
            pair.LastIndexOf('=') is var at and >= 0 ? (pair[..at].Trim(), pair[(at + 1)..].Trim()) : (pair, ""));
}

/// <summary>Stops the start when the settings name an organisation that does not exist.</summary>
/// <remarks>The organisations are known only after the rooms were filled, so this cannot be checked where the rest is.</remarks>
internal sealed class CheckOrganisations(KnownProviders providers, IOrganisations organisations) : IHostedService
{
    /// <summary>Checks them.</summary>
    /// <exception cref="OptionsValidationException">With messages for the one who runs the site.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var unknown = providers.All.SelectMany(each => each.Organisations.Values.Where(slug => organisations.FindBySlug(slug) is null)
                .Select(slug => string.Create(CultureInfo.InvariantCulture,
                    $"De inlogdienst {each.Key} noemt de organisatie {slug}, en die bestaat niet. Schrijf de naam uit het adres van haar pagina, zoals zutphen.")))
            .ToList();
        return unknown.Count == 0
            ? Task.CompletedTask
            : throw new OptionsValidationException(nameof(Provider.Organisations), typeof(KnownProviders), unknown);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

namespace Parelmuur.Accounts.Providers;

/// <summary>A provider as a person sees it: tied to the account, or to be tied.</summary>
/// <param name="Key">What stands in addresses.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Since">Since when the account is tied to it; null when it is not.</param>
internal sealed record OwnProvider(string Key, string Name, DateTimeOffset? Since)
{
    /// <summary>What this site knows, and what the person is still tied to.</summary>
    public static IReadOnlyList<OwnProvider> Of(KnownProviders providers, IReadOnlyList<ProviderLink> links) =>
    [
        .. providers.All.Select(each => new OwnProvider(each.Key, each.Name, links.FirstOrDefault(link => link.Provider == each.Key)?.Since)),
        .. links.Where(link => providers.Find(link.Provider) is null).Select(link => new OwnProvider(link.Provider, link.Provider, link.Since)),
    ];
}

using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Parelmuur.Design;

namespace Parelmuur.Accounts.Providers;

/// <summary>After signing out here: offers to sign out at the provider too. By a link, because our forms may send to this site only.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SignedOutModel(KnownProviders providers, IOptionsMonitor<OpenIdConnectOptions> options) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Where the person signs out there; null when the provider has no such address, or does not answer.</summary>
    public string? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (providers.Find(Key) is not { EndsAtProvider: true } provider)
            return NotFound();
        Name = provider.Name;
        try
        {
            var document = await options.Get(provider.Scheme).ConfigurationManager!.GetConfigurationAsync(cancellation);
            // The name of this site stands in for a token, which is not kept.
            Address = string.IsNullOrEmpty(document.EndSessionEndpoint) ? null : QueryHelpers.AddQueryString(document.EndSessionEndpoint, new Dictionary<string, string?>
            {
                ["client_id"] = provider.ClientId,
                ["post_logout_redirect_uri"] = $"{Request.Scheme}://{Request.Host}/inloggen",
            });
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidOperationException or SecurityTokenException)
        {
            Address = null;
        }

        return Page();
    }
}

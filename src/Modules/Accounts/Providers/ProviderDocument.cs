using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Parelmuur.Accounts.Providers;

/// <summary>What a provider publishes about itself: its addresses and the keys with which it signs.</summary>
/// <remarks>
/// The manager of the framework gets new keys in the background, so that the first people after a change of keys are
/// refused. This one waits for them. A stranger with made-up keys can ask for a new look once a minute at most.
/// </remarks>
internal sealed class ProviderDocument : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12), Between = TimeSpan.FromMinutes(1);

    private readonly Provider provider;
    private readonly TimeProvider time;
    private readonly HttpDocumentRetriever retriever;
    private readonly Lock keeping = new();

    private Task<OpenIdConnectConfiguration>? reading;
    private OpenIdConnectConfiguration? known;
    private DateTimeOffset readAgain, lookedAgain;
    private bool mustLook;

    /// <param name="provider">Whose document.</param>
    /// <param name="backchannel">How it is read; its time limit is that of one look.</param>
    /// <param name="time">Tells how old it is.</param>
    public ProviderDocument(Provider provider, HttpClient backchannel, TimeProvider time)
    {
        (this.provider, this.time) = (provider, time);
        retriever = new HttpDocumentRetriever(backchannel)
        {
            RequireHttps = provider.Authority.StartsWith(Uri.UriSchemeHttps, StringComparison.Ordinal),
        };
        // Keys that the provider took back must not work for another hour.
        UseLastKnownGoodConfiguration = false;
    }

    /// <summary>The document, read anew when it is old or when a key is missing.</summary>
    /// <exception cref="IOException">The provider does not answer, and never did.</exception>
    /// <exception cref="SecurityTokenInvalidIssuerException">The document is that of another provider.</exception>
    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        lock (keeping)
        {
            if (known is not null && !mustLook && time.GetUtcNow() < readAgain)
                return Task.FromResult(known);
            // Everyone waits for the same look: behind a provider that hangs there is no queue.
            if (reading is null or { IsCompleted: true })
                reading = ReadAsync();
            return reading.WaitAsync(cancel);
        }
    }

    /// <inheritdoc/>
    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) => await GetConfigurationAsync(cancel);

    /// <inheritdoc/>
    public override void RequestRefresh()
    {
        var now = time.GetUtcNow();
        lock (keeping)
        {
            if (now - lookedAgain >= Between)
                (lookedAgain, mustLook) = (now, true);
        }
    }

    private async Task<OpenIdConnectConfiguration> ReadAsync()
    {
        try
        {
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(
                $"{provider.Authority}/.well-known/openid-configuration", retriever, CancellationToken.None);
            if (!provider.IsIssuer(document.Issuer))
                throw new SecurityTokenInvalidIssuerException("The document names another issuer.");
            return Keep(document, Fresh);
        }
        catch (Exception) when (known is not null)
        {
            // What was right an hour ago is better than nobody signing in; the next minute it is tried again.
            return Keep(known, Between);
        }
    }

    private OpenIdConnectConfiguration Keep(OpenIdConnectConfiguration document, TimeSpan until)
    {
        lock (keeping)
            (known, readAgain, mustLook) = (document, time.GetUtcNow() + until, false);
        return document;
    }
}

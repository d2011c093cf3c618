using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth.Claims;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Providers;

/// <summary>Lets the framework speak OpenID Connect with each provider: code flow with PKCE, state and nonce.</summary>
internal static class ProviderSchemes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), KeepConnection = TimeSpan.FromMinutes(5);

    // Clocks differ; five minutes, as the framework has it, is long for a token that is used at once.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private const int LongestAnswer = 1 << 20;

    // Signed with a key that only the provider has. A shared secret, or no signature, proves nothing to a third.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Adds each provider, with a cookie for what it tells.</summary>
    public static void AddProviders(this IServiceCollection services, KnownProviders providers)
    {
        var authentication = services.AddAuthentication();
        foreach (var provider in providers.All)
        {
            authentication.AddCookie(provider.TicketScheme, cookie =>
            {
                cookie.Cookie.Name = $"__Host-inlogdienst-{provider.Key}";
                cookie.ExpireTimeSpan = ProviderTicket.Life;
                cookie.SlidingExpiration = false;
            }).AddOpenIdConnect(provider.Scheme, provider.Name, _ => { });
            services.AddOptions<OpenIdConnectOptions>(provider.Scheme)
                .Configure<TimeProvider>((options, time) => SetUp(options, provider, time));
        }
    }

    /// <summary>The address of a page about a provider, in the language that the person had when leaving for it.</summary>
    public static string Page(this Provider provider, string page, AuthenticationProperties? properties = null)
    {
        var isEnglish = properties is null ? Words.IsEnglish : properties.RedirectUri?.StartsWith("/en/", StringComparison.Ordinal) == true;
        return $"{(isEnglish ? "/en" : "")}/inloggen/{provider.Key}/{page}";
    }

    private static void SetUp(OpenIdConnectOptions options, Provider provider, TimeProvider time)
    {
        options.Backchannel = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = KeepConnection, AllowAutoRedirect = false })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = LongestAnswer,
        };
        options.ConfigurationManager = new ProviderDocument(provider, options.Backchannel, time);
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        options.SignInScheme = provider.TicketScheme;
        options.CallbackPath = $"/inloggen/{provider.Key}/terug";
        // Signing out has addresses of its own, which ask the database and no cookie.
        options.RemoteSignOutPath = options.SignedOutCallbackPath = PathString.Empty;
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        options.Scope.Clear();
        foreach (var scope in provider.Scopes)
            options.Scope.Add(scope);
        (options.MapInboundClaims, options.DisableTelemetry, options.GetClaimsFromUserInfoEndpoint) = (false, true, true);
        options.ClaimActions.Clear();
        options.ClaimActions.Add(new ToldBeside());
        options.RemoteAuthenticationTimeout = options.ProtocolValidator.NonceLifetime = ProviderTicket.Life;
        options.TokenValidationParameters.ClockSkew = Skew;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        // The answer comes by a link, so that Lax is enough.
        options.CorrelationCookie.Name = "__Host-inloggen-";
        options.NonceCookie.Name = "__Host-inloggen-eenmalig-";
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.Events = Listen(provider);
    }

    private static OpenIdConnectEvents Listen(Provider provider) => new()
    {
        OnRedirectToIdentityProvider = context =>
        {
            // One address for both languages, so that there is one to register.
            context.ProtocolMessage.RedirectUri = $"{context.Request.Scheme}://{context.Request.Host}{context.Options.CallbackPath}";
            context.ProtocolMessage.UiLocales = Words.IsEnglish ? "en" : "nl";
            return Task.CompletedTask;
        },
        OnMessageReceived = async context =>
        {
            // With several providers one could pass on the answer of another (RFC 9207).
            var document = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
            if (context.ProtocolMessage.GetParameter("iss") is { } issuer ? !provider.IsIssuer(issuer) : document.AuthorizationResponseIssParameterSupported)
                context.Fail(new SecurityTokenInvalidIssuerException("The answer names another issuer."));
        },
        OnTokenValidated = context =>
        {
            // The framework trusts TLS here and takes a token without signature too.
            if (string.IsNullOrEmpty(context.SecurityToken.RawSignature))
                context.Fail(new SecurityTokenInvalidSignatureException("The token is not signed."));
            return Task.CompletedTask;
        },
        OnTicketReceived = context =>
        {
            if (ProviderTicket.Of(provider, context.Principal!) is { } ticket)
            {
                (context.Principal, context.Properties) = (ticket.ToPrincipal(provider.TicketScheme), new AuthenticationProperties());
                return Task.CompletedTask;
            }

            Answer(context.HttpContext, provider, SignInFailure.NotTrusted, context.Properties);
            context.HandleResponse();
            return Task.CompletedTask;
        },
        OnRemoteFailure = context =>
        {
            Answer(context.HttpContext, provider, context.Failure, context.Properties);
            context.HandleResponse();
            return Task.CompletedTask;
        },
    };

    /// <summary>Writes down that a provider failed, without what it said, and sends the person to a page about it.</summary>
    public static void Answer(HttpContext context, Provider provider, Exception? error, AuthenticationProperties? properties)
    {
        var failure = SignInFailures.Of(error);
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderSchemes));
        if (failure is SignInFailure.Stopped or SignInFailure.Used)
            log.NotSignedIn(provider.Key, failure, SignInFailures.Code(error));
        else
            log.SigningInFailed(provider.Key, failure, error?.GetType().Name, SignInFailures.Code(error));
        Answer(context, provider, failure, properties);
    }

    private static void Answer(HttpContext context, Provider provider, SignInFailure failure, AuthenticationProperties? properties) =>
        context.Response.Redirect(provider.Page($"mislukt?reden={failure}", properties));
}

/// <summary>Takes what a provider tells beside the token, as most do with name and address. What the signed token says holds.</summary>
/// <remarks>The action of the framework that does this leaves a list of groups one text.</remarks>
internal sealed class ToldBeside() : ClaimAction("*", ClaimValueTypes.String)
{
    /// <inheritdoc/>
    public override void Run(JsonElement userData, ClaimsIdentity identity, string issuer)
    {
        foreach (var told in userData.EnumerateObject().Where(each => !identity.HasClaim(claim => claim.Type == each.Name)).ToList())
        {
            foreach (var value in told.Value.ValueKind == JsonValueKind.Array ? told.Value.EnumerateArray() : (IEnumerable<JsonElement>)[told.Value])
                identity.AddClaim(new Claim(told.Name, value.ToString(), ClaimValueTypes.String, issuer));
        }
    }
}

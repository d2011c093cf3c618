using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;

namespace Parelmuur.Accounts.Providers;

/// <summary>Where a person leaves for a provider, and where a provider says that somebody signed out there.</summary>
/// <remarks>Coming back is at <c>/inloggen/{key}/terug</c>: the framework answers that before there is an endpoint.</remarks>
internal static class ProviderEndpoints
{
    // A logout token is some hundred bytes.
    private const int LongestToken = 16 << 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var providers = routes.MapGroup("/inloggen/{key}").WithMetadata(new OutputCacheAttribute { NoStore = true });
        providers.MapGet("", LeaveAsync).RequireAuthorization(AccountsPolicies.Enter);
        providers.MapGet("/uit", FrontChannelAsync).RequireAuthorization(AccountsPolicies.Ended);
        providers.MapPost("/uit", BackChannelAsync).RequireAuthorization(AccountsPolicies.Ended);
    }

    // By a link and not by a form: our forms may send to this site only, and a redirect is part of sending.
    private static async Task<Results<EmptyHttpResult, NotFound>> LeaveAsync(string key, string? terug, HttpContext context, KnownProviders providers)
    {
        if (providers.Find(key) is not { } provider)
            return TypedResults.NotFound();
        var properties = new AuthenticationProperties
        {
            RedirectUri = provider.Page(string.IsNullOrEmpty(terug) ? "verder" : $"verder?terug={Uri.EscapeDataString(terug)}"),
        };
        try
        {
            await context.ChallengeAsync(provider.Scheme, properties);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested
            && error is HttpRequestException or IOException or InvalidOperationException or OperationCanceledException or SecurityTokenException)
        {
            ProviderSchemes.Answer(context, provider, error, properties);
        }

        return TypedResults.Empty;
    }

    // It comes in a frame on a page of the provider, where our cookies do not travel; so its names say which session ended.
    private static async Task<Results<Ok, NotFound, BadRequest>> FrontChannelAsync(
        string key, string? iss, string? sid, HttpContext context, KnownProviders providers, EndByProvider end)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (providers.Find(key) is not { } provider)
            return TypedResults.NotFound();
        if (!provider.IsIssuer(iss) || string.IsNullOrEmpty(sid))
            return TypedResults.BadRequest();
        await end.BySessionAsync(provider, sid, context.RequestAborted);
        return TypedResults.Ok();
    }

    private static async Task<Results<Ok, NotFound, BadRequest<LogoutRefused>>> BackChannelAsync(
        string key, HttpContext context, KnownProviders providers, EndByProvider end)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (providers.Find(key) is not { } provider)
            return TypedResults.NotFound();
        var token = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(context.RequestAborted))["logout_token"].ToString() : "";
        return token.Length is > 0 and <= LongestToken && await end.ByTokenAsync(provider, token, context.RequestAborted)
            ? TypedResults.Ok()
            : TypedResults.BadRequest(new LogoutRefused("invalid_request"));
    }

    /// <summary>The answer to a logout token that is not right, as the specification has it.</summary>
    private sealed record LogoutRefused(string Error);
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Parelmuur.Design.Pages;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;

namespace Parelmuur.Web.Http;

/// <summary>Nobody may do anything, unless a policy of a room says so. What is refused looks as if it does not exist,
/// unless signing in or asking for a role may help.</summary>
internal static class Refusals
{
    public static IServiceCollection AddRefusals(this IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        var policies = services.AddAuthorizationBuilder()
            .SetDefaultPolicy(Nobody())
            .SetFallbackPolicy(Nobody());
        foreach (var module in modules)
            module.AddPolicies(policies);
        return services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundForTheRefused>();
    }

    private static AuthorizationPolicy Nobody() => new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();

    private sealed class NotFoundForTheRefused : IAuthorizationMiddlewareResultHandler
    {
        public async Task HandleAsync(
            RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded || OnlySaysHow(context.GetEndpoint()))
            {
                await next(context);
                return;
            }

            var asked = policy.Requirements.OfType<PersonRequirement>().ToList();
            if (authorizeResult.Challenged && asked.Count > 0)
            {
                await AskToSignInAsync(context);
                return;
            }

            var missing = CurrentPerson.Of(context.User) is { } person ? asked.Select(each => each.MissingTo(person)).FirstOrDefault(role => role is not null) : null;
            context.Features.Set(missing);
            context.Response.StatusCode = missing is null ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        }

        // Who was away for long and then sends a form, gets a page that holds what was in it; another would lose that.
        private static async Task AskToSignInAsync(HttpContext context)
        {
            var sent = (await SentForm.ReadAsync(context.Request, context.RequestAborted))?.Fields ?? [];
            // A page for nobody in particular has no forms that ask to sign in.
            if (sent.Count > 1 && sent.Any(field => field.Key == SafeCookies.FormField))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = "Form";
            }
            else
            {
                await context.ChallengeAsync();
            }
        }

        // Routing answers a wrong method (405) or a wrong content type (415) by itself, and gives nothing else away.
        private static bool OnlySaysHow(Endpoint? endpoint) =>
            endpoint is { Metadata.Count: 0, DisplayName: not null } and not RouteEndpoint
            && (endpoint.DisplayName.StartsWith("405 ", StringComparison.Ordinal)
                || endpoint.DisplayName.StartsWith("415 ", StringComparison.Ordinal));
    }
}

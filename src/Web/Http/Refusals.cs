using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
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
        public Task HandleAsync(
            RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded || OnlySaysHow(context.GetEndpoint()))
                return next(context);
            var asked = policy.Requirements.OfType<PersonRequirement>().ToList();
            if (authorizeResult.Challenged && asked.Count > 0)
                return context.ChallengeAsync();
            var missing = CurrentPerson.Of(context.User) is { } person ? asked.Select(each => each.MissingTo(person)).FirstOrDefault(role => role is not null) : null;
            context.Features.Set(missing);
            context.Response.StatusCode = missing is null ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        // Routing answers a wrong method (405) or a wrong content type (415) by itself, and gives nothing else away.
        private static bool OnlySaysHow(Endpoint? endpoint) =>
            endpoint is { Metadata.Count: 0, DisplayName: not null } and not RouteEndpoint
            && (endpoint.DisplayName.StartsWith("405 ", StringComparison.Ordinal)
                || endpoint.DisplayName.StartsWith("415 ", StringComparison.Ordinal));
    }
}

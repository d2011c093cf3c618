using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Kernel.Api;

/// <summary>What holds for every address of the API, said once: version, who may, how often, from where.</summary>
public static class ApiGroup
{
    /// <summary>Where the API begins; the major version stands in it.</summary>
    public const string Root = "/api/v1";

    /// <summary>The full version, in the header <c>API-Version</c> of every answer.</summary>
    public const string Version = "1.0.0";

    /// <summary>The name of the rate limit and of the rule for reading from other sites.</summary>
    public const string Everyone = "api";

    /// <summary>How many questions one address may ask the API in a minute; 0 is as many as it likes.</summary>
    [Setting(Default = DefaultPerMinute)]
    private const string PerMinuteSetting = "Api:RequestsPerMinute";
    private const int DefaultPerMinute = 3_000;

    /// <summary>How many requests one address may make in a minute; 0 means as many as it likes.</summary>
    public static int RequestsPerMinute(IConfiguration configuration) =>
        Math.Max(0, configuration.GetValue(PerMinuteSetting, DefaultPerMinute));

    /// <summary>Starts the part of one room.</summary>
    /// <param name="routes">The routes of the house.</param>
    /// <param name="policy">Who may: the name of an action, such as "catalogue.read".</param>
    /// <param name="tag">The heading in the documentation, in Dutch.</param>
    public static RouteGroupBuilder MapApiGroup(this IEndpointRouteBuilder routes, string policy, string tag) => routes
        .MapGroup(Root)
        .RequireAuthorization(policy)
        .RequireCors(Everyone)
        .RequireRateLimiting(Everyone)
        .WithTags(tag);

    /// <summary>Maps an address that is only read: GET and HEAD.</summary>
    public static RouteHandlerBuilder MapRead(
        this IEndpointRouteBuilder group, [StringSyntax("Route")] string pattern, Delegate handler) =>
        group.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);
}

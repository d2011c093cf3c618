using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Architecture.Tests;

/// <summary>For every address of the site somebody decided who may use it.</summary>
[Collection(WithSite.Name)]
public sealed class EndpointTests(ParelmuurApp site)
{
    [Fact]
    public async Task Endpoint_WithoutADecision_DoesNotExist()
    {
        var endpoints = await DecisionsAsync();

        Assert.NotEmpty(endpoints);
        Assert.Equal([], endpoints.Where(endpoint => !endpoint.Decisions.Any(IsDecision)).Select(endpoint => endpoint.Name).Distinct());
    }

    [Fact]
    public async Task Endpoint_BehindAPolicy_NamesOneThatExists()
    {
        var policies = site.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var names = (await DecisionsAsync()).SelectMany(endpoint => endpoint.Decisions.OfType<IAuthorizeData>())
            .Select(decision => decision.Policy!).Distinct().ToList();

        Assert.NotEmpty(names);
        foreach (var name in names)
            Assert.True(await policies.GetPolicyAsync(name) is not null, name);
    }

    [Fact]
    public async Task Unknown_Address_IsNotFound() =>
        Assert.NotNull((await site.PageAsync("/bestaat-niet", System.Net.HttpStatusCode.NotFound)).QuerySelector("h1"));

    private static bool IsDecision(object metadata) =>
        metadata is IAllowAnonymous or IAuthorizeData { Policy.Length: > 0 };

    // A page carries its decisions only after it was loaded, as the first request to it does.
    private async Task<List<(string Name, IReadOnlyList<object> Decisions)>> DecisionsAsync()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var found = new List<(string, IReadOnlyList<object>)>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            var loaded = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await loader.LoadAsync(page, endpoint.Metadata)).EndpointMetadata ?? []
                : [];
            found.Add((endpoint.DisplayName ?? "", [.. endpoint.Metadata, .. loaded]));
        }

        return found;
    }
}

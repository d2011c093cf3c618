using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>One address of the site: its pattern, a path that fits it, its methods and who decided about it.</summary>
internal sealed partial record Address(string Pattern, string Path, IReadOnlyList<string> Methods, IReadOnlyList<string> Policies, Type? Page)
{
    /// <summary>Whether the path holds the id of a thing, so that "not yours" and "not there" look alike.</summary>
    public bool IsOfOneThing => Pattern.Contains('{', StringComparison.Ordinal);

    /// <summary>Every address, those of rooms that come later too.</summary>
    public static async Task<IReadOnlyList<Address>> AllAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var found = new List<Address>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // A page carries its decisions only after it was loaded, as the first request to it does.
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } described
                ? await loader.LoadAsync(described, endpoint.Metadata) : null;
            var decisions = endpoint.Metadata.Concat(page?.EndpointMetadata ?? []).ToList();
            found.Add(new(
                "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
                PathOf("/" + endpoint.RoutePattern.RawText!.TrimStart('/')),
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"],
                decisions.OfType<IAllowAnonymous>().Any() ? [] : [.. decisions.OfType<IAuthorizeData>().Select(each => each.Policy!).Distinct()],
                page?.ModelTypeInfo?.AsType()));
        }

        return found;
    }

    private static string PathOf(string pattern) => Value().Replace(pattern, value => value.Groups["rest"].Value switch
    {
        var rest when rest.EndsWith('?') => "",
        var rest when rest.StartsWith(":guid", StringComparison.Ordinal) => "0199c0de-0000-7000-8000-000000000001",
        var rest when rest.StartsWith(":int", StringComparison.Ordinal) => "1",
        _ => pattern.Contains("gemeente", StringComparison.Ordinal) || pattern.Contains("municipalities", StringComparison.Ordinal) ? "zutphen"
            : pattern.Contains("oplossing", StringComparison.Ordinal) || pattern.Contains("solutions", StringComparison.Ordinal) ? "vroegbel" : "x",
    });

    [GeneratedRegex(@"\{\**\w+(?<rest>[^}]*)\}")]
    private static partial Regex Value();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Searching;

/// <summary>Completes what somebody is typing in a search box: titles, and the text with its last word made whole.</summary>
internal static class Complete
{
    private const int Least = 2, Most = 8;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods("/zoeken/aanvullen", [HttpMethods.Get, HttpMethods.Head], Get)
        .RequireAuthorization(CataloguePolicies.Read)
        // Every few letters are another question; the memory of the cache is for pages.
        .WithMetadata(new OutputCacheAttribute { NoStore = true })
        .ExcludeFromDescription();

    private static Ok<List<string>> Get(string? q, ISearch search)
    {
        var text = q?.Trim() ?? "";
        return TypedResults.Ok<List<string>>(text.Length is < Least or > WallQuestion.MaxTextLength
            ? []
            : [.. search.Suggest(text, Most).Select(suggestion => suggestion.Text).Where(each => each.Length <= WallQuestion.MaxTextLength)]);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Addresses never die: a page below a former address of a solution leads to the same page below its address of today.</summary>
/// <remarks>It looks only where a page of any room found nothing, so the way costs nothing to who knows the address of today.</remarks>
internal sealed class FormerAddress : IAsyncResultFilter
{
    private const string Root = "oplossingen/", Parameter = "slug";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is NotFoundResult && IsBelowASolution(context) && context.RouteData.Values[Parameter] is string slug)
        {
            var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
            // A title may be changed back, so a browser may not keep the way for ever.
            response.Headers.CacheControl = "no-cache";
            if (await context.HttpContext.RequestServices.GetRequiredService<ReadSolution>()
                    .MovedToAsync(slug, context.HttpContext.RequestAborted) is { } today)
            {
                var below = request.Path.Value![(1 + Root.Length + slug.Length)..];
                var path = new PathString($"/{Root}{today}{below}");
                context.Result = new RedirectResult($"{request.PathBase}{path}{request.QueryString}", permanent: true);
            }
        }

        await next();
    }

    private static bool IsBelowASolution(ResultExecutingContext context) =>
        HttpMethods.IsGet(context.HttpContext.Request.Method)
        && context.ActionDescriptor.AttributeRouteInfo?.Template?.StartsWith($"{Root}{{{Parameter}}}", StringComparison.Ordinal) == true;
}

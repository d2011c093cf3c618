using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Parelmuur.Web.Http;

/// <summary>Renders a page for nobody, so that what every page needs is made while the readers of the ledger still load.</summary>
/// <remarks>A page without data: no reader has to be ready, and no question goes to the database.</remarks>
internal static class FirstPage
{
    private const string View = "/Pages/Privacy";

    private static bool rendered;

    /// <exception cref="InvalidOperationException">The page is not there, or cannot be rendered.</exception>
    public static async Task RenderAsync(WebApplication app)
    {
        // Most of what it makes serves the next site in the same process too.
        if (Interlocked.Exchange(ref rendered, true))
            return;
        var page = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)
            .First(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath == View);
        await using var scope = app.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Get;
        context.SetEndpoint(page);
        await page.RequestDelegate!(context);
        if (context.Response.StatusCode != StatusCodes.Status200OK)
            throw new InvalidOperationException($"The page {View} was not rendered: {context.Response.StatusCode}.");
    }
}

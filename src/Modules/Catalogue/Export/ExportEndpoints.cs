using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Api;
using Parelmuur.Kernel.Api;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Export;

/// <summary>The downloads: the whole catalogue, and the file that describes one piece of software.</summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").RequireAuthorization(CataloguePolicies.Read)
            .RequireCors(ApiGroup.Everyone).RequireRateLimiting(ApiGroup.Everyone);
        // A whole catalogue is too large to keep beside the pages.
        var wholes = files.MapGroup("/open-data").CacheOutput(cache => cache.NoCache());
        wholes.MapRead("/oplossingen.jsonl", (ICatalogue catalogue, HttpContext context) =>
            File(catalogue, context, CatalogueExport.SolutionsAsJsonLines, "application/jsonl; charset=utf-8", "oplossingen.jsonl"));
        wholes.MapRead("/oplossingen.csv", (ICatalogue catalogue, HttpContext context) =>
            File(catalogue, context, CatalogueExport.SolutionsAsCsv, "text/csv; charset=utf-8", "oplossingen.csv"));
        wholes.MapRead("/gebruik.csv", (ICatalogue catalogue, HttpContext context) =>
            File(catalogue, context, CatalogueExport.UsesAsCsv, "text/csv; charset=utf-8", "gebruik.csv"));
        files.MapRead("/open-data/sjabloon.xlsx", (ICatalogueImport import, CancellationToken cancellation) => TemplateAsync(
            import, SpreadsheetFormat.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "sjabloon.xlsx", cancellation));
        files.MapRead("/open-data/sjabloon.csv", (ICatalogueImport import, CancellationToken cancellation) => TemplateAsync(
            import, SpreadsheetFormat.Csv, "text/csv; charset=utf-8", "sjabloon.csv", cancellation));
        files.MapRead("/oplossingen/{slug}/publiccode.yml", Publiccode);
    }

    private static PushStreamHttpResult File(ICatalogue catalogue, HttpContext context, CatalogueExport what, string type, string name) =>
        // Who goes away while the file is made needs the rest no more.
        TypedResults.Stream(stream => catalogue.ExportAsync(what, stream, context.RequestAborted), type, name);

    // A workbook is written back and forth, which an answer cannot be.
    private static async Task<FileContentHttpResult> TemplateAsync(
        ICatalogueImport import, SpreadsheetFormat format, string type, string name, CancellationToken cancellation)
    {
        using var workbook = new MemoryStream();
        await import.WriteTemplateAsync(workbook, format, cancellation);
        return TypedResults.File(workbook.ToArray(), type, name);
    }

    private static async Task<Results<ContentHttpResult, NotFound>> Publiccode(
        string slug, HttpRequest request, SolutionDocuments documents, ICatalogue catalogue, IAdoption adoption, IOrganisations organisations,
        CancellationToken cancellation)
    {
        var page = new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/oplossingen/{slug}");
        if (await documents.FindAsync(slug, cancellation) is not { Kind: SolutionKind.Software } solution
            || await catalogue.FindBySlugAsync(slug, cancellation) is not { } card)
            return TypedResults.NotFound();
        var users = adoption.UsersOf(card.Id).Users.Where(user => user.State == UseState.Active)
            .Select(user => organisations.Find(user.User)).OfType<OrganisationSummary>().OrderBy(user => user.Slug, StringComparer.Ordinal)
            .Select(user => user.Code is null ? user.Name : $"Gemeente {user.Name}");
        return PubliccodeFile.Of(solution, page, [.. users]) is { } file
            ? TypedResults.Text(file, "application/yaml", System.Text.Encoding.UTF8)
            : TypedResults.NotFound();
    }
}

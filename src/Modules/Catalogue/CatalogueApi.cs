using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Parelmuur.Catalogue.Api;
using Parelmuur.Kernel.Api;

namespace Parelmuur.Catalogue;

/// <summary>Solutions over the API: to read, to search, and to check first.</summary>
internal static class CatalogueApi
{
    private const int MaxPlanBytes = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApiGroup(CataloguePolicies.Read, "Oplossingen");
        api.MapRead("/solutions", List).WithName("listSolutions").WithSummary("Alle oplossingen, nieuwste eerst");
        api.MapRead("/solutions/{slug}", Find).WithName("findSolution").WithSummary("Alles over één oplossing");
        api.MapRead("/uses", Uses).WithName("listUses").WithSummary("Wie wat gebruikt");
        api.MapRead("/search", Search).WithName("searchSolutions").WithSummary("Zoek op woorden, met reden bij elk resultaat");
        api.MapRead("/facets", Count).WithName("countFacets").WithSummary("Hoeveel oplossingen er zijn, per kenmerk");
        api.MapRead("/intentions", Intentions).WithName("listIntentions").WithSummary("Wat gemeenten willen gaan doen, nieuwste eerst");
        api.MapPost("/checks", Check).WithName("checkPlan").WithSummary("Eerst kijken: wat lijkt op een plan? Er wordt niets bewaard")
            .WithDescription("De volgorde komt alleen van de woorden. Dezelfde vraag geeft zo dezelfde volgorde. "
                + "Op de site zakt wat gemeenten niet vonden passen bij zo'n plan. Daar staat dat erbij, en kan de lezer het uitzetten.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxPlanBytes));
    }

    private static Task<Results<Answer<Page<SolutionItem>>, InvalidInput>> List(
        [AsParameters] ListParameters asked, HttpRequest request, SolutionPages pages, CancellationToken cancellation) =>
        pages.ListAsync(asked, request, cancellation);

    private static async Task<Results<Answer<SolutionDocument>, RedirectHttpResult, Missing, InvalidInput>> Find(
        [Description("Het leesbare deel van het adres, ook een vroeger adres.")] string slug,
        [Description("Welke velden u wilt, met komma's ertussen.")] string? fields,
        HttpRequest request, SolutionDocuments documents, CancellationToken cancellation)
    {
        var input = new Input();
        var chosen = input.Fields(fields, CatalogueJson.Default.SolutionDocument);
        if (!input.IsValid)
            return input.Problem;
        if (await documents.FindAsync(slug, cancellation) is not { } document)
            return new Missing("Deze oplossing kennen we niet.");
        return document.Slug == slug
            ? new Answer<SolutionDocument>(document, CatalogueJson.Default.SolutionDocument) { Fields = chosen }
            : TypedResults.Redirect($"{request.PathBase}{ApiGroup.Root}/solutions/{document.Slug}{request.QueryString}", permanent: true);
    }

    private static Task<Results<Answer<Page<UseItem>>, InvalidInput>> Uses(
        [AsParameters] UseParameters asked, HttpRequest request, UsePages pages, CancellationToken cancellation) =>
        pages.ListAsync(asked, request, cancellation);

    private static Task<Results<Answer<FoundPage>, InvalidInput>> Search(
        [AsParameters] SearchParameters asked, HttpRequest request, SolutionPages pages, CancellationToken cancellation) =>
        pages.SearchAsync(asked, request, cancellation);

    private static Results<Answer<FacetReport>, InvalidInput> Count([AsParameters] CountParameters asked, SolutionPages pages) =>
        pages.Count(asked);

    private static Results<Answer<Page<IntentionItem>>, InvalidInput> Intentions(
        [AsParameters] IntentionParameters asked, HttpRequest request, IntentionLists intentions) => intentions.List(asked, request);

    private static Task<Results<Answer<CheckResponse>, InvalidInput>> Check(
        CheckRequest plan,
        [Description("Hoeveel resultaten hoogstens, als het niet in de vraag staat.")] int? pageSize,
        [Description("Welke velden u wilt, met komma's ertussen: slug,title,why.")] string? fields,
        PlanMatches matches, CancellationToken cancellation) => matches.CheckAsync(plan, pageSize, fields, cancellation);
}

using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Modules;
using Parelmuur.Web.Http;

namespace Parelmuur.Web.Api;

/// <summary>The description of the API by OpenAPI 3.1, as the NL API Design Rules want it.</summary>
internal static class ApiDocument
{
    /// <summary>A mail address for questions about the API, not of a person.</summary>
    [Setting(Otherwise = "none")]
    private const string ContactSetting = "Api:Contact";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", document =>
    {
        document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        document.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true
            && !HttpMethods.IsHead(description.HttpMethod ?? "");
        document.AddDocumentTransformer(Describe);
        document.AddOperationTransformer(Complete);
    });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        var settings = context.ApplicationServices.GetRequiredService<IConfiguration>();
        var (site, mail) = (PublicAddress.Of(settings), settings[ContactSetting]);
        document.Info = new()
        {
            Title = "Parelmuur",
            Version = ApiGroup.Version,
            Description = "Oplossingen van gemeenten lezen, zoeken en vergelijken met een plan. Lezen mag zonder sleutel.",
            Contact = new() { Name = "Parelmuur", Url = site is null ? null : new(site, "/api"), Email = mail },
            License = new() { Name = "CC0-1.0", Url = new("https://creativecommons.org/publicdomain/zero/1.0/") },
        };
        document.Servers = [new() { Url = site is null ? ApiGroup.Root : new Uri(site, ApiGroup.Root).AbsoluteUri, Description = "Deze installatie" }];
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
            paths[path[ApiGroup.Root.Length..]] = item;
        document.Paths = paths;
        return Task.CompletedTask;
    }

    private static async Task Complete(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Description ??= operation.Summary;
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellation);
        var document = context.Document ?? throw new InvalidOperationException("There is no document to describe.");
        document.AddComponent(nameof(Problem), problem);
        var responses = operation.Responses ??= [];
        foreach (var status in Always(operation, context.Description.HttpMethod))
            responses.TryAdd($"{status}", new OpenApiResponse());
        if (HttpMethods.IsGet(context.Description.HttpMethod ?? ""))
            responses.TryAdd("304", new OpenApiResponse());
        foreach (var (status, response) in responses)
            Tell((OpenApiResponse)response, int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), document);
    }

    private static IEnumerable<int> Always(OpenApiOperation operation, string? method)
    {
        if (operation.Parameters is { Count: > 0 } || operation.RequestBody is not null)
            yield return 400;
        yield return 406;
        if (HttpMethods.IsPost(method ?? ""))
        {
            yield return 413;
            yield return 415;
        }

        yield return 429;
    }

    private static void Tell(OpenApiResponse response, int status, OpenApiDocument document)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[ApiProblems.VersionHeader] = Header("De volledige versie van de API.");
        if (status == 429)
            response.Headers["Retry-After"] = Header("Na hoeveel seconden het weer kan.");
        if (status is 200 or 304)
            response.Headers["ETag"] = Header("Het kenmerk van dit antwoord, voor If-None-Match.");
        response.Description = status switch
        {
            200 => "Gelukt",
            304 => "Niets veranderd",
            _ => Problem.Of(status).Title,
        };
        if (status >= 400)
        {
            response.Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problem.MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), document) },
            };
        }
    }

    private static OpenApiHeader Header(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Parelmuur.Kernel.Api;

/// <summary>What went wrong, by RFC 9457.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Title">What kind of problem, in Dutch.</param>
/// <param name="Detail">What to do about it, in Dutch.</param>
/// <param name="Errors">Everything that is wrong with the request, when that is the problem.</param>
public sealed record Problem(int Status, string Title, string Detail, IReadOnlyList<InputError>? Errors = null)
{
    /// <summary>The type of the answer.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>A problem without more to tell than its status.</summary>
    public static Problem Of(int status) => status switch
    {
        400 => new(status, "De vraag klopt niet", "Kijk de vraag na en probeer het opnieuw."),
        404 => new(status, "Niet gevonden", "Dit adres bestaat niet."),
        405 => new(status, "Kan hier niet", "Dit adres kent deze methode niet. In de kop Allow staat wat wel kan."),
        406 => new(status, "Dat formaat is er niet", "Deze API antwoordt alleen met application/json."),
        413 => new(status, "Te groot", "De vraag is te groot. Stuur een kortere tekst."),
        415 => new(status, "Dat formaat lezen we niet", "Stuur de vraag als application/json."),
        429 => new(status, "Te veel vragen", "Wacht even. In de kop Retry-After staat hoeveel seconden."),
        < 500 => new(status, "De vraag klopt niet", "Kijk de vraag na en probeer het opnieuw."),
        503 => new(status, "Even niet bereikbaar", "Probeer het straks opnieuw."),
        _ => new(status, "Er ging iets mis", "Dat ligt aan ons. Probeer het straks opnieuw."),
    };

    /// <summary>Writes the problem as the whole answer.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = MediaType;
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var body = ApiJson.Bytes(this, ProblemJson.Default.Problem);
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="In">Where it stands: "query" or "body".</param>
/// <param name="Location">Which part.</param>
/// <param name="Code">The kind of mistake: "invalid", "required", "unknown", "tooLong".</param>
/// <param name="Detail">What to do about it, in Dutch.</param>
public sealed record InputError(string In, InputLocation Location, string Code, string Detail);

/// <summary>A part of a request.</summary>
/// <param name="Name">The name of a parameter.</param>
/// <param name="Place">The place in the body, as a JSON pointer: "#/text".</param>
public sealed record InputLocation(string? Name = null, [property: JsonPropertyName("pointer")] string? Place = null);

/// <summary>400: something in the request is not right; says everything at once.</summary>
public sealed class InvalidInput(IReadOnlyList<InputError> errors) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) =>
        (Problem.Of(400) with { Detail = string.Join(' ', errors.Select(error => error.Detail)), Errors = errors })
            .WriteAsync(httpContext);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(400, typeof(Problem), [Problem.MediaType]));
}

/// <summary>404: what was asked for does not exist, or not for everyone.</summary>
public sealed class Missing(string detail) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => (Problem.Of(404) with { Detail = detail }).WriteAsync(httpContext);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(404, typeof(Problem), [Problem.MediaType]));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ProblemJson : JsonSerializerContext;

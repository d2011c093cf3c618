using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Rules;
using Parelmuur.Web.Http;

namespace Parelmuur.Web.Api;

/// <summary>Under the API every answer tells its version, and every failure is problem+json.</summary>
internal static class ApiProblems
{
    public const string VersionHeader = "API-Version";

    public static void UseApiProblems(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(ApiGroup.Root, StringComparison.OrdinalIgnoreCase),
        api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                AllowStatusCode404Response = true,
                ExceptionHandler = context => ProblemOf(context).WriteAsync(context),
                SuppressDiagnosticsCallback = thrown => thrown.Exception is BadHttpRequestException or RuleViolation,
            });
            api.Use(TellVersion);
            api.UseStatusCodePages(status => Problem.Of(status.HttpContext.Response.StatusCode).WriteAsync(status.HttpContext));
            api.Use((context, next) => Refusal(context.Request) is { } problem ? problem.WriteAsync(context) : next(context));
        });

    private static Task TellVersion(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers[VersionHeader] = ApiGroup.Version;
        return next(context);
    }

    // What no operation can do anything with, whichever it is.
    private static Problem? Refusal(HttpRequest request)
    {
        if (!TakesJson(request.Headers.Accept))
            return Problem.Of(StatusCodes.Status406NotAcceptable);
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && !FormBodies.IsUtf8(type))
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType);

        // The sign with number zero is in no text, and PostgreSQL fails on it.
        return request.Query.FirstOrDefault(each => each.Key.Contains('\0', StringComparison.Ordinal) || each.Value.Any(IsZero)) is { Key: { } name }
            ? Wrong(name.Replace("\0", "", StringComparison.Ordinal)) : null;

        static bool IsZero(string? value) => value?.Contains('\0', StringComparison.Ordinal) == true;
    }

    private static bool TakesJson(StringValues accept)
    {
        if (accept.Count == 0)
            return true;
        foreach (var value in accept)
        {
            if (string.IsNullOrWhiteSpace(value)
                || value.Contains("*/*", StringComparison.Ordinal)
                || value.Contains("json", StringComparison.OrdinalIgnoreCase)
                || value.Contains("application/*", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static Problem ProblemOf(HttpContext context)
    {
        context.Response.Headers[VersionHeader] = ApiGroup.Version;
        return context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException { InnerException: JsonException } =>
                Problem.Of(400) with { Detail = "De JSON in de vraag is niet te lezen, of niet zoals beschreven." },
            BadHttpRequestException { StatusCode: 400 } bad when Parameter(bad.Message) is { } name => Wrong(name),
            BadHttpRequestException bad => Problem.Of(bad.StatusCode),
            RuleViolation rule => Problem.Of(422) with
            {
                Detail = rule.Message,
                Errors = [new("body", new(Place: $"#/{JsonNamingPolicy.CamelCase.ConvertName(rule.Field)}"), "rule", rule.Message)],
            },
            _ => Problem.Of(500),
        };
    }

    private static Problem Wrong(string parameter) => Problem.Of(400) with
    {
        Detail = $"Kijk de waarde van {parameter} na.",
        Errors = [new("query", new(Name: parameter), "invalid", $"Kijk de waarde van {parameter} na.")],
    };

    // The framework names the parameter as: Failed to bind parameter "Nullable<int> pageSize" from "x".
    private static string? Parameter(string message) =>
        message.Split('"') is [_, var declared, ..] && declared.Split(' ') is [_, var name]
            ? JsonNamingPolicy.CamelCase.ConvertName(name) : null;
}

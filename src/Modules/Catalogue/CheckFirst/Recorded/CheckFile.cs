using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>A recorded check as a file: all that stands on its page, in JSON.</summary>
internal static class CheckFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGroup("").RequireAuthorization(CataloguePolicies.Read).RequireRateLimiting(ApiGroup.Everyone).CacheOutput(cache => cache.NoCache())
        .MapRead("/eerst-kijken/{id:guid}.json", FindAsync);

    private static async Task<Results<FileContentHttpResult, NotFound>> FindAsync(
        Guid id, HttpContext context, ReadCheck read, SiteAddress site, CancellationToken cancellation)
    {
        if (await read.FindAsync(id, CurrentPerson.Of(context.User), cancellation) is not { } details)
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "private, no-store";
        var check = details.Check;
        var content = new
        {
            check.Id,
            Address = site.Of($"eerst-kijken/{check.Id}"),
            Organisation = new { details.Organisation.Name, details.Organisation.Code },
            RecordedBy = details.Person,
            RecordedOn = check.On,
            check.Outcome,
            Solution = details.Chosen?.Slug,
            Reason = check.Reason.Length > 0 ? check.Reason : null,
            check.Published,
            Plan = check.Text,
            Matches = details.Matches.Select((match, at) => new
            {
                Rank = at + 1,
                match.Slug,
                match.Title,
                match.Promise,
                match.Maker,
                match.Stage,
                match.Strength,
                match.Users,
                match.Confirmed,
                match.LastConfirmed,
                match.Peers,
                YouWrite = match.YouWrite.Select(quote => string.Concat(quote.Select(piece => piece.Text))),
                ThisSolution = string.Concat(match.ThisSolution.Select(piece => piece.Text)),
                match.OnlyInPlan,
                match.OnlyInSolution,
                DoesNotFitBecause = details.Rejections.GetValueOrDefault(match.Solution) is { TakenBack: null } rejection ? rejection.Reason : null,
            }),
        };
        return TypedResults.File(
            JsonSerializer.SerializeToUtf8Bytes(content, Json), "application/json", $"eerst-kijken-{check.On:yyyy-MM-dd}.json");
    }
}

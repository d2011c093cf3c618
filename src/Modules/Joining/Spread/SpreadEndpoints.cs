using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Joining.Spread;

/// <summary>The figures of spread as open data.</summary>
internal static class SpreadEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    // Without this mark the best known spreadsheet takes ë for two letters.
    private const string ByteOrderMark = "\uFEFF";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/open-data").RequireAuthorization(JoiningPolicies.Read)
            .RequireCors(ApiGroup.Everyone).RequireRateLimiting(ApiGroup.Everyone).CacheOutput(cache => cache.NoCache());
        files.MapRead("/verspreiding.csv", SolutionsAsync);
        files.MapRead("/verspreiding.json", SolutionsAsJsonAsync);
        files.MapRead("/groei.csv", MonthsAsync);
    }

    private static async Task<FileContentHttpResult> SolutionsAsync(KeptSpread spread, CancellationToken cancellation)
    {
        var row = new CsvRow();
        row.Cell("solution").Cell("title").Cell("shared").Cell("active").Cell("confirmed").Cell("municipalities")
            .Cell("peopleReached").Cell("daysToFifthUser").Cell("buildHours").Cell("estimatedHoursAvoided").End();
        foreach (var each in (await spread.TodayAsync(cancellation)).Solutions)
        {
            row.Cell(each.Card.Slug).Cell(each.Card.Title).Cell(each.Card.Shared).Cell(each.Active).Cell(each.Confirmed)
                .Cell(each.Municipalities).Cell(each.People).Cell(each.DaysToFifth).Cell(each.Card.BuildHours).Cell(each.HoursAvoided).End();
        }

        return File(row, "verspreiding.csv");
    }

    private static async Task<FileContentHttpResult> MonthsAsync(KeptSpread spread, CancellationToken cancellation)
    {
        var row = new CsvRow();
        row.Cell("month").Cell("newUses").Cell("totalUses").Cell("municipalities").End();
        foreach (var month in (await spread.TodayAsync(cancellation)).Growth.Months)
            row.Cell($"{month.Month}").Cell(month.New).Cell(month.Total).Cell(month.Municipalities).End();
        return File(row, "groei.csv");
    }

    private static async Task<JsonHttpResult<SpreadDocument>> SolutionsAsJsonAsync(KeptSpread spread, CancellationToken cancellation)
    {
        var today = await spread.TodayAsync(cancellation);
        return TypedResults.Json(new SpreadDocument(
            today.On,
            today.Active,
            today.Confirmed,
            today.Municipalities,
            today.MedianDaysToFifth,
            new(today.HoursAvoided, "sum over solutions of (active - 1) * buildHours", today.WithHours),
            [.. today.Solutions.Select(each => new SpreadOfOne(
                each.Card.Slug, each.Card.Title, each.Card.Shared, each.Active, each.Confirmed, each.Municipalities, each.People,
                each.DaysToFifth, each.Card.BuildHours, each.HoursAvoided))]));
    }

    private static FileContentHttpResult File(CsvRow rows, string name) =>
        TypedResults.File(Encoding.UTF8.GetBytes(ByteOrderMark + rows.Take()), Csv, name);
}

/// <summary>The figures of the whole platform as JSON.</summary>
internal sealed record SpreadDocument(
    DateOnly Date,
    int Active,
    int Confirmed,
    int Municipalities,
    int? MedianDaysToFifthUser,
    EstimatedHours EstimatedHoursAvoided,
    IReadOnlyList<SpreadOfOne> Solutions);

/// <summary>An estimate with its formula and what it covers.</summary>
internal sealed record EstimatedHours(long Hours, string Formula, int SolutionsWithBuildHours);

/// <summary>The figures of one solution as JSON.</summary>
internal sealed record SpreadOfOne(
    string Solution,
    string Title,
    DateOnly Shared,
    int Active,
    int Confirmed,
    int Municipalities,
    long PeopleReached,
    int? DaysToFifthUser,
    int? BuildHours,
    long? EstimatedHoursAvoided);

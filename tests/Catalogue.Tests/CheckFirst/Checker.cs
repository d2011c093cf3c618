using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Tests.CheckFirst;

/// <summary>How a test checks first and records what it found.</summary>
internal static class Checker
{
    public const string Record = "Leg deze keuze vast", Later = "Bewaar en kies later";

    public const string Plan = "Wij willen inwoners met een betaalachterstand binnen een week bellen.";

    /// <summary>The answer to a plan, with the form that ends it.</summary>
    public static Task<IHtmlDocument> CheckAsync(this Visitor visitor, string plan, string? order = null) =>
        visitor.OpenAsync($"/eerst-kijken?tekst={Uri.EscapeDataString(plan)}{(order is null ? "" : $"&volgorde={order}")}");

    /// <summary>Checks a plan and records the outcome; the page that comes then.</summary>
    public static async Task<IHtmlDocument> RecordAsync(this Visitor visitor, string plan, params (string Name, string Value)[] fields) =>
        await visitor.SubmitAsync(await visitor.CheckAsync(plan), Record, HttpStatusCode.OK, fields);

    /// <summary>The titles of the matches, as they stand.</summary>
    public static IReadOnlyList<string> Titles(this IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".pm-treffers h3 a").Select(link => link.TextContent)];

    /// <summary>The id of a sample solution.</summary>
    public static async Task<SolutionId> SolutionAsync(this ParelmuurApp site, string slug) =>
        (await site.Services.GetRequiredService<ICatalogue>().FindBySlugAsync(slug, default))!.Id;

    /// <summary>The field in which one says why a match does not fit.</summary>
    public static string NotFitting(SolutionId solution) => $"Form.Rejected[{solution}]";

    /// <summary>Waits until the page of an answer holds a text, or holds it no more.</summary>
    public static Task SaysAsync(this Visitor visitor, string plan, string text, bool says = true) =>
        Writer.UntilAsync(async () => (await visitor.CheckAsync(plan)).Words().Contains(text, StringComparison.Ordinal) == says);
}

using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.People;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Tests.Sharing;

/// <summary>What a test types in the form, and how it presses the buttons.</summary>
internal static class Writer
{
    public const string Next = "Bekijk en deel", Save = "Bewaar als concept", Share = "Deel dit pareltje";

    /// <summary>A whole form with a title of its own.</summary>
    public static (string Name, string Value)[] Gem(string title) =>
    [
        ("Form.Title", title),
        ("Form.Promise", "Bewoners van de Lindelaan weten een week vooraf wanneer de bladkorf komt."),
        ("Form.WhatWeDid", "We sturen elke straat een kaartje.\nDaarna belt iemand van de buitendienst aan."),
        ("Form.Contact", "Samira Yıldız"),
    ];

    /// <summary>From the empty form to the page that says it is shared.</summary>
    public static async Task<IHtmlDocument> ShareAsync(this Visitor visitor, string title)
    {
        var preview = await visitor.SubmitAsync("/deel", Next, Gem(title));
        return await visitor.SubmitAsync(preview, Share, System.Net.HttpStatusCode.OK);
    }

    /// <summary>What stands in a field.</summary>
    public static string Typed(this IHtmlDocument page, string field) => page.QuerySelector($"[name='{field}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.GetAttribute("value") ?? "",
        IHtmlSelectElement select => select.Value ?? "",
        _ => throw new Xunit.Sdk.XunitException($"There is no field '{field}': {page.Body?.TextContent}"),
    };

    /// <summary>Waits until the readers of the ledger have come so far; a change shows within a second.</summary>
    public static async Task UntilAsync(Func<Task<bool>> seen)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await seen())
            await again.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Waits until a title is found, or not any more.</summary>
    public static Task FoundAsync(this ParelmuurApp site, string title, bool found = true) =>
        UntilAsync(async () => await site.IdAsync(title) is not null == found);

    /// <summary>The solution with this title, as search finds it.</summary>
    public static async Task<SolutionId?> IdAsync(this ParelmuurApp site, string title)
    {
        var hits = site.Services.GetRequiredService<ISearch>().Find(new(title)).Hits.Select(hit => new SolutionId(hit.Id)).ToList();
        var cards = await site.Services.GetRequiredService<ICatalogue>().CardsAsync(hits, CancellationToken.None);
        return hits.Select(hit => cards.GetValueOrDefault(hit)).FirstOrDefault(card => card?.Title == title)?.Id;
    }

    /// <summary>All words of the page.</summary>
    public static string Words(this IHtmlDocument page) => page.Body!.TextContent;
}

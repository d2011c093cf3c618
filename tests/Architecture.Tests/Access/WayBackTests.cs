using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>Back to where somebody came from: with any letters, and never to another site.</summary>
[Collection(WithSite.Name)]
public sealed class WayBackTests(ParelmuurApp site)
{
    public static TheoryData<string, string?> Ways => new()
    {
        { "/zoeken?q=café", "/zoeken?q=caf%C3%A9" },
        { "/muur?q=¿'\"(", "/muur?q=%C2%BF'\"(" },
        { "/muur?q=🙂", "/muur?q=%F0%9F%99%82" },
        { "/muur?q=a%20b", "/muur?q=a%20b" },
        { "//elders.example", null },
        { "https://elders.example", null },
        { "/\\elders.example", null },
        { "/muur\r\nSet-Cookie: a=b", null },
    };

    [Theory, MemberData(nameof(Ways))]
    public async Task SignIn_GoesOnToThePage(string asked, string? goesTo)
    {
        using var visitor = site.Visit();
        var page = await visitor.OpenAsync($"/inloggen?terug={Uri.EscapeDataString(asked)}");
        var button = page.QuerySelectorAll<IHtmlButtonElement>("form button").Single(each => each.TextContent.Trim() == "Log in als Lotte Kramer");
        var form = button.Form!;
        using var content = new FormUrlEncodedContent(
            [.. form.QuerySelectorAll<IHtmlInputElement>("input[name]").Select(each => KeyValuePair.Create(each.Name!, each.Value)), new(button.Name!, button.Value)]);

        using var answer = await visitor.RawAsync(HttpMethod.Post, form.GetAttribute("action") ?? visitor.Here, content);

        Assert.Equal((HttpStatusCode.Redirect, goesTo ?? "/mijn"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Follow_GoesBackToThePage(string asked, string? goesTo)
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var form = (await samira.OpenAsync("/gemeenten/zutphen")).QuerySelector("form[action^='/volg/']")!;
        var follow = form.GetAttribute("action")!.Split("&terug=")[0] + $"&terug={Uri.EscapeDataString(asked)}";
        using var content = new FormUrlEncodedContent([new("formulier", form.QuerySelector("[name=formulier]")!.GetAttribute("value")!)]);

        using var answer = await samira.RawAsync(HttpMethod.Post, follow, content);

        Assert.Equal((HttpStatusCode.Redirect, goesTo ?? "/gemeenten/zutphen"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }
}

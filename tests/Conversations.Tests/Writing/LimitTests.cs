using System.Net;

namespace Parelmuur.Conversations.Tests.Writing;

/// <summary>One person cannot flood a page, and what was typed is never lost by that.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Post_TooOften_KeepsTheTextAndSaysToWait()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, settings: "--PostsPerMinute=2");
        var path = $"/oplossingen/{(await site.SolutionAsync()).Slug}/reactie";
        using var writer = await site.AsAsync("Samira Yıldız");
        using var other = await site.AsAsync("Lotte Kramer");
        var text = Talk.Unique("Wij doen dit sinds mei.");
        await writer.WriteAsync(path, Talk.Unique("Eerste"), "Plaats mijn reactie");

        var page = await writer.SubmitAsync(
            await writer.OpenAsync(path), "Bekijk het eerst", HttpStatusCode.TooManyRequests, ("Form.Text", text));

        Assert.Contains("Wacht een minuut", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("textarea")!.TextContent);
        await other.SubmitAsync(path, "Bekijk het eerst", ("Form.Text", text));
    }
}

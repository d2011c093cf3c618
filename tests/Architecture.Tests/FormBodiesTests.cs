using System.Net;
using System.Text;
using AngleSharp.Html.Parser;

namespace Parelmuur.Architecture.Tests;

/// <summary>A form with the sign number zero in it is a form: what was typed comes back, without the sign.</summary>
public sealed class FormBodiesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private static readonly HtmlParser Parser = new();

    [Theory]
    [InlineData("Brie%00ven")]
    [InlineData("Brieven%00")]
    [InlineData("Brie%%0000ven")]
    [InlineData("Brie\0ven")]
    public async Task Form_WithZero_GivesTheTextBack(string typed)
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var token = await TokenAsync(samira);

        using var form = new StringContent($"Form.Title={typed}&formulier={token}&Form.Pro%00mise=Kort", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await samira.RawAsync(HttpMethod.Post, "/deel", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = Parser.ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Brieven", page.QuerySelector("[name='Form.Title']")!.GetAttribute("value"));
        Assert.Equal("Kort", page.QuerySelector("[name='Form.Promise']")!.TextContent.Trim() is { Length: > 0 } text ? text : page.QuerySelector("[name='Form.Promise']")!.GetAttribute("value"));
    }

    private static async Task<string> TokenAsync(Visitor visitor) =>
        Uri.EscapeDataString((await visitor.OpenAsync("/deel")).QuerySelector("input[name='formulier']")!.GetAttribute("value")!);
}

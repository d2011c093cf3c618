using System.Net;
using System.Text.Json;

namespace Parelmuur.Catalogue.Tests.Sharing;

/// <summary>Naughty strings in every field: never an error of the server, never markup, and everything typed comes back.</summary>
public sealed class NaughtyTextTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Strings = "conformance/fuzz/blns.json";

    private static readonly string[] Fields =
        ["Form.Title", "Form.Promise", "Form.WhatWeDid", "Form.Contact", "Form.Mailbox", "Form.Problem", "Form.Result", "Form.Link"];

    [SharedDataFact(Strings)]
    public async Task EveryField_WithNaughtyText_GivesItBack()
    {
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Path(Strings)))!;
        using var samira = await site.AsAsync("Samira Yıldız");
        var page = await samira.OpenAsync("/deel");
        var before = page.QuerySelectorAll("script, iframe, img, object").Length;

        foreach (var text in strings.Where(text => !string.IsNullOrWhiteSpace(text)))
        {
            // The link makes it wrong for certain, so that the page comes back with all of it.
            page = await samira.SubmitAsync(page, Writer.Next, HttpStatusCode.BadRequest, [.. Fields.Select(field => (field, text))]);
            Assert.All(Fields, field => Assert.Equal(Plain(text), page.Typed(field)));
            Assert.Equal(before, page.QuerySelectorAll("script, iframe, img, object").Length);
        }
    }

    // HTML knows one kind of line end, and no NUL.
    private static string Plain(string text) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "\uFFFD", StringComparison.Ordinal);
}

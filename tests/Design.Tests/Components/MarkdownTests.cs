using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Parelmuur.Design.Tests.Components;

/// <summary>What people write becomes harmless HTML.</summary>
public sealed class MarkdownTests
{
    private static readonly string[] Allowed = ["p", "br", "ul", "ol", "li", "em", "strong", "code", "pre", "a"];

    [Theory]
    [InlineData("Een *schuine* en **vette** regel\nen nog een", "<p>Een <em>schuine</em> en <strong>vette</strong> regel<br>en nog een</p>")]
    [InlineData("- een\n- twee", "<ul><li><p>een</p></li><li><p>twee</p></li></ul>")]
    [InlineData("1. een", "<ol><li><p>een</p></li></ol>")]
    [InlineData("`a<b`", "<p><code>a&lt;b</code></p>")]
    [InlineData("    a & b", "<pre><code>a &amp; b</code></pre>")]
    [InlineData("# Kop\n\n> citaat", "<p>Kop</p><p>citaat</p>")]
    [InlineData("<b onclick=x>hoi</b>", "<p>&lt;b onclick=x&gt;hoi&lt;/b&gt;</p>")]
    [InlineData("![foto](https://x.example/y.png)", "<p>foto</p>")]
    [InlineData("[klik](javascript:alert(1))", "<p>klik</p>")]
    [InlineData("[klik](//x.example) [hier](/mijn)", "<p>klik hier</p>")]
    [InlineData("[site](https://x.example)", "<p><a class=\"utrecht-link\" rel=\"nofollow ugc\" href=\"https://x.example\">site</a></p>")]
    [InlineData("<a@b.example>", "<p><a class=\"utrecht-link\" rel=\"nofollow ugc\" href=\"mailto:a@b.example\">a@b.example</a></p>")]
    public void Html_HoldsOnlyWhatIsAllowed(string markdown, string html) =>
        Assert.Equal(html, SafeMarkdown.Html(markdown).ToString());

    [Fact]
    public void Html_OfABareAddress_IsALink() =>
        Assert.Contains("href=\"https://x.example/a\"", SafeMarkdown.Html("kijk op https://x.example/a").ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("[")]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("**_")]
    [InlineData("![](")]
    [InlineData("`")]
    public void Html_OfEndlessNesting_IsStillText(string part) =>
        AssertHarmless(string.Concat(Enumerable.Repeat(part, 2000)));

    [SharedDataFact("conformance/fuzz/blns.json")]
    public void Html_OfNaughtyStrings_IsHarmless()
    {
        var strings = JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedData.Path("conformance/fuzz/blns.json")))!;

        Assert.True(strings.Length > 400);
        Assert.All(strings, text => AssertHarmless($"{text}\n\n[x]({text}) ![x]({text}) <{text}>"));
    }

    private static void AssertHarmless(string markdown)
    {
        var html = SafeMarkdown.Html(markdown).ToString();
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        Assert.All(body.QuerySelectorAll("*"), element =>
        {
            Assert.Contains(element.LocalName, Allowed);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, (string[])["class", "rel", "href"]));
            if (element.GetAttribute("href") is { } link)
                Assert.Matches("^(?i)(https?|mailto):", link.Trim());
        });
    }
}

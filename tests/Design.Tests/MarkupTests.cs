namespace Parelmuur.Design.Tests;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onmouseover=\"alert(1)")]
    [InlineData("' autofocus onfocus='alert(1)")]
    [InlineData("</title><img src=x onerror=alert(1)>")]
    [InlineData("Ik & jij < \"wij\" > 'zij'")]
    public void Add_HostileText_StaysText(string text)
    {
        var body = Html.Parse(Markup.Of($"<p title=\"{text}\">{text}</p>").ToString());
        var paragraph = Assert.Single(body.Children);
        Assert.Equal(text, paragraph.TextContent);
        Assert.Equal(text, paragraph.GetAttribute("title"));
        Assert.Empty(paragraph.Children);
        Assert.Single(paragraph.Attributes);
    }

    [Fact]
    public void Add_DutchAndFrisianLetters_StandAsTheyAre() =>
        Assert.Equal("Súdwest-Fryslân, één ĳ", Markup.Of($"{"Súdwest-Fryslân, één ĳ"}").ToString());

    [Fact]
    public void Add_OtherMarkup_IsNotEncodedAgain() =>
        Assert.Equal("<p><b>a &amp; b</b></p>", Markup.Of($"<p>{Markup.Of($"<b>{"a & b"}</b>")}</p>").ToString());

    [Fact]
    public void AddIf_ConditionFails_DoesNotEvenLookAtTheValues()
    {
        string? nothing = null;
        Assert.Equal("ab", Markup.Of($"a").AddIf(nothing is not null, $"{nothing!.Length}").Add($"b").ToString());
    }

    [Fact]
    public void Add_HtmlFromElsewhere_StandsWhereItWasAdded()
    {
        var elsewhere = new Microsoft.AspNetCore.Html.HtmlString("<b>1 & 2</b>");
        var inner = Markup.Of($"<p>{"a & b"}{elsewhere}c</p>");
        var whole = Markup.Of($"<div>{inner}{elsewhere}").Add($"{"<"}</div>");

        const string Expected = "<div><p>a &amp; b<b>1 & 2</b>c</p><b>1 & 2</b>&lt;</div>";
        Assert.Equal(Expected, whole.ToString());
        using var page = new StringWriter();
        whole.WriteTo(page, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.Equal(Expected, page.ToString());
    }

    [Fact]
    public void Add_LongMarkup_StandsWhereItWasAdded()
    {
        var text = new string('x', 2_000);
        Assert.Equal($"<i>{text}</i>{text}.", Markup.Of($"<i>{Markup.Of($"{text}")}</i>").Add($"{Markup.Of($"{text}")}.").ToString());
    }
}

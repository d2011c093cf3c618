namespace Parelmuur.Design.Tests.Pages;

public sealed class FormTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Get_Form_TiesLabelAndHintToTheField()
    {
        var page = await site.PageAsync("/ontwerp");
        var field = page.GetElementById("Form_Title")!;
        Assert.Equal("Hoe heet het?", page.QuerySelector("label[for=Form_Title]")!.TextContent);
        Assert.Equal("Kort en herkenbaar. Hoogstens 80 tekens.", page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Equal("80", field.GetAttribute("maxlength"));
        Assert.True(field.HasAttribute("required"));
        Assert.Null(field.GetAttribute("aria-invalid"));
        Assert.True(page.QuerySelector("form[method=post]")!.HasAttribute("novalidate"));
    }

    [Fact]
    public async Task Post_Empty_SumsUpEveryErrorWithALinkToItsField()
    {
        var page = await site.PostAsync("/ontwerp", Empty());
        Assert.StartsWith("Fout: ", page.Title, StringComparison.Ordinal);
        var summary = page.QuerySelector("[role=alert]")!;
        Assert.Equal("Er kloppen nog 3 dingen niet", summary.QuerySelector("h2")!.TextContent);
        var links = summary.QuerySelectorAll("a").ToList();
        Assert.Equal(3, links.Count);
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task Post_Empty_SaysTheErrorAtTheField()
    {
        var page = await site.PostAsync("/ontwerp", Empty());
        var field = page.GetElementById("Form_Title")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        var described = field.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent).ToList();
        Assert.Contains("Fout: Vul een titel in.", described);
        Assert.Equal(2, described.Count);
    }

    [Fact]
    public async Task Post_EmptyInEnglish_IsEnglish()
    {
        var page = await site.PostAsync("/en/ontwerp", Empty());
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("Fill in a title.", page.QuerySelector("[role=alert] a[href='#Form_Title']")!.TextContent);
    }

    [Fact]
    public async Task Post_WithAnError_KeepsWhatWasTyped()
    {
        const string Hostile = "</textarea><script>alert(1)</script>";
        var page = await site.PostAsync("/ontwerp", new()
        {
            ["Form.Title"] = "\"><b>Titel</b>", ["Form.Result"] = "\n" + Hostile, ["Form.Theme"] = "home", ["Form.Agree"] = "true",
        });
        Assert.Equal("\"><b>Titel</b>", page.GetElementById("Form_Title")!.GetAttribute("value"));
        Assert.Equal("\n" + Hostile, page.GetElementById("Form_Result")!.TextContent);
        Assert.Equal("home", page.QuerySelector("#Form_Theme option[selected]")!.GetAttribute("value"));
        Assert.True(page.GetElementById("Form_Agree")!.HasAttribute("checked"));
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
    }

    [Fact]
    public async Task Post_Chosen_KeepsTheChoice()
    {
        var page = await site.PostAsync("/ontwerp", new() { ["Form.Outcome"] = "adapt" });
        Assert.Equal("adapt", page.QuerySelector("input[name='Form.Outcome'][checked]")!.GetAttribute("value"));
        Assert.DoesNotContain("Kies wat jullie doen", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Form_ShowsNoErrorsYet()
    {
        var page = await site.PageAsync("/ontwerp");
        Assert.Empty(page.QuerySelectorAll("[role=alert]"));
        Assert.False(page.Title!.StartsWith("Fout", StringComparison.Ordinal));
    }

    /// <summary>What a browser sends when nothing was filled in.</summary>
    private static Dictionary<string, string> Empty() =>
        new() { ["Form.Title"] = "", ["Form.Result"] = "", ["Form.Theme"] = "" };
}

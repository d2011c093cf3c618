using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Parelmuur.Browser.Tests;

/// <summary>What people come to do, from the first page to the answer, with and without script.</summary>
[Collection(FirstBrowser.Name)]
public sealed class JourneyTests(Browser browser)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CheckFirst_FromHomeToASolution_ShowsWhatExistsAndWhy(bool script)
    {
        var tab = await browser.OpenAsync(new("home", "/"), script: script);
        await tab.Locator("textarea[name=tekst]").FillAsync(
            "Inwoners met een betaalachterstand willen we binnen een week bellen, voordat de schuld groter wordt.");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Eerst kijken" }).ClickAsync();

        await Assertions.Expect(tab.Locator("h1")).ToContainTextAsync("Ja, dit bestaat al");
        var first = tab.Locator(".pm-treffers > li").First;
        await Assertions.Expect(first).ToContainTextAsync("Vroegbel");
        await Assertions.Expect(first.Locator("mark").First).ToBeVisibleAsync();
        Assert.Equal("/eerst-kijken", new Uri(tab.Url).PathAndQuery);

        await first.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync("Vroegbel");
        await tab.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CheckFirst_WithAFileAndAMunicipality_NamesThePeers(bool script)
    {
        var tab = await browser.OpenAsync(new("question", "/eerst-kijken"), script: script);
        await tab.Locator("summary").First.ClickAsync();
        await tab.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "plan.txt",
            MimeType = "text/plain",
            Buffer = System.Text.Encoding.UTF8.GetBytes("Een straatfeest melden in een paar minuten, zonder vergunning."),
        });
        await tab.Locator("select[name=gemeente]").SelectOptionAsync("GM0301");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Eerst kijken" }).ClickAsync();

        await Assertions.Expect(tab.Locator(".pm-treffers").First).ToContainTextAsync("Buurtfeest melden");
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("zoals wij");
        await tab.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Wall_NarrowedAndWidened_KeepsCountsAndAddress()
    {
        var tab = await browser.OpenAsync(new("wall", "/muur"), script: false);
        await tab.GetByRole(AriaRole.Link, new() { Name = "Pilot" }).First.ClickAsync();
        Assert.Contains("fase=pilot", tab.Url, StringComparison.Ordinal);
        foreach (var stage in await tab.Locator(".pm-muur .pm-fase").AllInnerTextsAsync())
            Assert.Contains("Pilot", stage, StringComparison.Ordinal);
        await tab.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Search_FromTheHeaderOfAnyPage_MarksTheWords()
    {
        var tab = await browser.OpenAsync(new("municipality", "/gemeenten/zutphen"), script: false);
        await tab.Locator("header input[name=q]").FillAsync("schuldhulp");
        await tab.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Locator("main mark").First).ToBeVisibleAsync();
        await tab.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("/gemeenten/zutphen", "header input[name=q]")]
    [InlineData("/en/zoeken", "main input[name=q]")]
    public async Task Search_WhileTyping_OffersTitlesAndWholeTexts(string path, string box)
    {
        var tab = await browser.OpenAsync(new("search box", path));
        await tab.Locator(box).PressSequentiallyAsync("vroe");
        await Assertions.Expect(tab.Locator("datalist option").First).ToHaveTextAsync("Vroegbel");

        await tab.Locator(box).FillAsync("hulp bij schul");
        await Assertions.Expect(tab.Locator("datalist option").First).ToHaveTextAsync(new Regex("^hulp bij schul", RegexOptions.IgnoreCase));

        await tab.Locator(box).FillAsync("v");
        await Assertions.Expect(tab.Locator("datalist option")).ToHaveCountAsync(0);
        await tab.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Search_WhileTypingWithoutAnAnswer_StillSearches()
    {
        var tab = await browser.OpenAsync(new("search box", "/zoeken"));
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await tab.RouteAsync("**/zoeken/aanvullen?*", async route =>
        {
            await route.AbortAsync();
            failed.TrySetResult();
        });
        await tab.Locator("header input[name=q]").PressSequentiallyAsync("schuldhulp");
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await tab.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Locator("main mark").First).ToBeVisibleAsync();
        await tab.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Language_SwitchedOnAPage_ShowsTheSamePageInEnglishAndStays()
    {
        var tab = await browser.OpenAsync(new("solution", "/oplossingen/vroegbel"));
        await tab.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        Assert.Equal("/en/oplossingen/vroegbel", new Uri(tab.Url).AbsolutePath);
        await Assertions.Expect(tab.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await tab.Locator(".pm-logo").ClickAsync();
        Assert.Equal("/en/", new Uri(tab.Url).AbsolutePath);
        await tab.Context.CloseAsync();
    }
}

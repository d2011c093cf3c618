using Microsoft.Playwright;
using Parelmuur.Kernel.People;

namespace Parelmuur.Browser.Tests;

/// <summary>A text that waits in the browser is there for who wrote it, and for nobody else.</summary>
[Collection(FirstBrowser.Name)]
public sealed class KeptTextTests(Browser browser)
{
    private const string Samira = "Samira Yıldız", Title = "Bladkorven die zelf bellen";

    [BrowserFact]
    public async Task Text_AfterASessionThatEnded_IsForItsWriterOnly()
    {
        var tab = await WriteAsync();

        await EndAsync(tab);
        await SignInAsync(tab, Samira);
        await tab.GotoAsync("/deel");
        await Assertions.Expect(tab.Locator("[data-found-text]")).ToContainTextAsync(Title);

        await EndAsync(tab);
        await SignInAsync(tab, "Femke de Boer");
        await tab.GotoAsync("/deel");
        await Assertions.Expect(tab.Locator("[data-found]")).ToBeHiddenAsync();
        await KeepsAsync(tab, 0);
        await tab.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Text_AfterSigningOut_IsForgotten()
    {
        var tab = await WriteAsync();

        await tab.GetByRole(AriaRole.Button, new() { Name = "Log uit" }).First.ClickAsync();
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Log in");

        await KeepsAsync(tab, 0);
        await tab.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task SigningOut_FromAnyPage_ForgetsTheText()
    {
        var tab = await WriteAsync();
        await tab.GotoAsync("/mijn");
        await KeepsAsync(tab, 1);

        await tab.GetByRole(AriaRole.Button, new() { Name = "Log uit" }).First.ClickAsync();
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Log in");

        await KeepsAsync(tab, 0);
        await tab.Context.CloseAsync();
    }

    // Saving at the server fails, so the copy is all there is.
    private async Task<IPage> WriteAsync()
    {
        var tab = await browser.OpenAsync(new("sign in", "/inloggen"));
        await tab.RouteAsync("**/deel?handler=Autosave", route => route.AbortAsync());
        await SignInAsync(tab, Samira);
        await tab.GotoAsync("/deel");
        await tab.Locator("[name='Form.Title']").FillAsync(Title);
        await KeepsAsync(tab, 1);
        return tab;
    }

    private static async Task SignInAsync(IPage tab, string person)
    {
        await tab.GotoAsync("/inloggen");
        await tab.GetByRole(AriaRole.Button, new() { Name = $"Log in als {person}" }).ClickAsync();
        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync($"Hallo {person}");
    }

    private static Task EndAsync(IPage tab) => tab.Context.ClearCookiesAsync(new() { Name = SessionCookie.Name });

    private static Task<IJSHandle> KeepsAsync(IPage tab, int count) => tab.WaitForFunctionAsync("count => localStorage.length === count", count);
}

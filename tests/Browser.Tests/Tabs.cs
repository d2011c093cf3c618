using Microsoft.Playwright;

namespace Parelmuur.Browser.Tests;

/// <summary>What people do on a page, in a word.</summary>
internal static class Tabs
{
    /// <summary>A new browser in which a sample person is signed in.</summary>
    public static async Task<IPage> SignInAsync(this Browser browser, string name, bool script = true)
    {
        var tab = await browser.OpenAsync(new("start", "/inloggen"), script);
        await tab.PressAsync($"Log in als {name}");
        return tab;
    }

    /// <summary>Types in a field of the form.</summary>
    public static Task WriteAsync(this IPage tab, string field, string text) => tab.Locator($"[name='Form.{field}']").FillAsync(text);

    /// <summary>Presses the first button whose text begins so.</summary>
    public static Task PressAsync(this IPage tab, string button) =>
        tab.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    /// <summary>Waits for the page with a heading.</summary>
    public static Task HeadingAsync(this IPage tab, string text) => Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync(text);

    /// <summary>Waits until the page says something.</summary>
    public static Task SaysAsync(this IPage tab, string text) => Assertions.Expect(tab.Locator("body")).ToContainTextAsync(text);
}

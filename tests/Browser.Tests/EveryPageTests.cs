using Deque.AxeCore.Playwright;

namespace Parelmuur.Browser.Tests;

/// <summary>What must hold for every page in every state.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(Browser browser)
{
    public static TheoryData<BrowserPage> Pages => [.. BrowserPage.All];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_InDutchOnADesk_HasNoAccessibilityViolation(BrowserPage page) =>
        Assert.Equal("", await ViolationsAsync(page, width: 1280, english: false));

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_InEnglishOnAPhone_HasNoAccessibilityViolation(BrowserPage page) =>
        Assert.Equal("", await ViolationsAsync(page, width: 375, english: true));

    // 320 px is also what a desk of 1280 px becomes at 400 % zoom.
    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_At320Pixels_NeedsNoHorizontalScrolling(BrowserPage page)
    {
        var tab = await browser.OpenAsync(page, width: 320);
        var tooWide = await tab.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll('body *')]
              .filter(each => each.getBoundingClientRect().right > 321)
              .slice(0, 5).map(each => each.outerHTML.slice(0, 120))
            """);
        await tab.Context.CloseAsync();
        Assert.Empty(tooWide);
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_WithTheTabKey_ReachesEverythingAndShowsFocus(BrowserPage page)
    {
        var tab = await browser.OpenAsync(page);
        var reachable = await tab.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
              .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.closest('details:not([open]) > :not(summary)')).length
            """);
        var reached = new HashSet<string>();
        for (var press = 0; press < Math.Min(reachable, 60); press++)
        {
            await tab.Keyboard.PressAsync("Tab");
            var focus = await tab.EvaluateAsync<string?>(
                """
                () => {
                  const it = document.activeElement;
                  if (!it || it === document.body) return null;
                  const styles = [it, it.closest('article') ?? it].map(each => getComputedStyle(each));
                  const visible = styles.some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
                  return (visible ? '' : 'no focus ring: ') + [...document.querySelectorAll('*')].indexOf(it) + ' ' + it.outerHTML.slice(0, 90);
                }
                """);
            Assert.NotNull(focus);
            Assert.DoesNotContain("no focus ring", focus, StringComparison.Ordinal);
            Assert.True(reached.Add(focus), $"Focus came back to {focus}");
        }

        await tab.Context.CloseAsync();
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_InTheBrowser_BreaksNoSecurityPolicyAndLoadsNothingFromElsewhere(BrowserPage page)
    {
        var tab = await browser.OpenAsync(page);
        var troubles = new List<string>();
        tab.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal) && !message.Text.Contains("400", StringComparison.Ordinal))
                troubles.Add(message.Text);
        };
        tab.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(browser.App.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                troubles.Add(request.Url);
        };
        if (page.PostText is null)
            await tab.ReloadAsync();
        await tab.Context.CloseAsync();
        Assert.Empty(troubles);
    }

    private async Task<string> ViolationsAsync(BrowserPage page, int width, bool english)
    {
        var tab = await browser.OpenAsync(page, width, english: english);
        var result = await tab.RunAxe();
        await tab.Context.CloseAsync();
        return string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
    }
}

using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Parelmuur.Browser.Tests;

/// <summary>What must hold for every page in every state: in Dutch on a desk, in English on a phone.</summary>
public abstract class EveryPageTests
{
    // 320 px is also what a desk of 1280 px becomes at 400 % zoom.
    private const int Narrow = 320, KeysPressed = 40;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly Dictionary<string, object>[] TabKey = [.. ((string[])["rawKeyDown", "keyUp"]).Select(type => new Dictionary<string, object>
    {
        ["type"] = type, ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9,
    })];

    public static TheoryData<BrowserPage> Pages => [.. BrowserPage.All];

    /// <summary>What axe finds wrong, one line a rule.</summary>
    /// <param name="tab">The page.</param>
    /// <param name="colours">Whether to look at contrast, which is the most work.</param>
    protected static async Task<string> AccessibilityAsync(IPage tab, bool colours = true)
    {
        // Sending it takes longer than looking with it. The tab keeps it for its next page.
        if (!await tab.EvaluateAsync<bool>("() => { const kept = sessionStorage.axe; if (kept) (0, eval)(kept); return !!kept; }"))
            await tab.EvaluateAsync("axe => { sessionStorage.axe = axe; (0, eval)(axe); }", Axe);
        // Only what is wrong comes back: what is right is half the work, and the styles are loaded already.
        return await tab.EvaluateAsync<string>(
            """
            async colours => (await axe.run(document, {
              resultTypes: ['violations'], preload: false, rules: { 'color-contrast': { enabled: colours } },
            })).violations.map(each => `axe ${each.id}: ${each.nodes.slice(0, 3).map(node => node.html).join(' | ')}\n`).join('')
            """, colours);
    }

    /// <summary>What sticks out of a narrow screen.</summary>
    protected static async Task<string> ScrollingAsync(IPage tab)
    {
        await tab.SetViewportSizeAsync(Narrow, 900);
        return await tab.EvaluateAsync<string>(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? '' : 'too wide: ' + [...document.querySelectorAll('body *')]
              .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
              .slice(0, 5).map(each => each.outerHTML.slice(0, 120)).join(' | ') + '\n'
            """);
    }

    /// <summary>What the Tab key does wrong: focus that cannot be seen, gets lost or comes back too soon.</summary>
    protected static async Task<string> KeyboardAsync(IPage tab)
    {
        var reachable = await tab.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
              .filter(each => each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
              .filter(each => each.type !== 'radio' || document.querySelector(`input[type=radio][name="${each.name}"]`) === each).length
            """);
        // The page itself writes down where each press ended, which takes half the time of asking after each.
        await tab.EvaluateAsync(
            """
            () => {
              window.stops = [];
              addEventListener('keyup', pressed => {
                const it = document.activeElement;
                if (pressed.key !== 'Tab' || !it || it === document.body) return;
                const seen = [it, it.closest('article') ?? it].map(each => getComputedStyle(each))
                  .some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
                // Inside a date the browser itself shows which part has the focus.
                window.stops.push((seen || it.type === 'date' ? '' : 'no focus ring: ') + [...document.querySelectorAll('*')].indexOf(it) + ' ' + it.outerHTML.slice(0, 200));
              }, true);
            }
            """);
        var presses = Math.Min(reachable, KeysPressed);
        // All of them at once, in this order: waiting for each takes most of the time.
        var keys = await tab.Context.NewCDPSessionAsync(tab);
        await Task.WhenAll(Enumerable.Range(0, presses).SelectMany(_ => TabKey).Select(key => keys.SendAsync("Input.dispatchKeyEvent", key)));
        await keys.DetachAsync();
        var stops = await tab.EvaluateAsync<string[]>("() => window.stops");
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stop in stops)
        {
            if (stop.StartsWith("no focus ring", StringComparison.Ordinal))
                return stop + "\n";
            // The day, the month and the year of a date have a stop each.
            if (!reached.Add(stop) && !stop.Contains("type=\"date\"", StringComparison.Ordinal))
                return $"Tab comes back to {stop}\n";
        }

        return stops.Length < presses ? $"Tab {stops.Length + 1} of {reachable} leaves the page\n" : "";
    }
}

/// <summary>Every page in Dutch on a desk.</summary>
[Collection(FirstBrowser.Name)]
public sealed class EveryPageInDutchTests(Browser browser) : EveryPageTests
{
    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnADesk_WorksForEveryoneAndLoadsNothingFromElsewhere(BrowserPage page)
    {
        var tab = await browser.LookAsync(page);
        var wrong = await AccessibilityAsync(tab) + await KeyboardAsync(tab) + await ScrollingAsync(tab);
        Assert.True(wrong.Length + browser.Troubles.Count == 0, wrong + string.Join('\n', browser.Troubles));
    }
}

/// <summary>Every page in English on a phone.</summary>
[Collection(SecondBrowser.Name)]
public sealed class EveryPageInEnglishTests(Browser browser) : EveryPageTests
{
    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnAPhone_WorksForEveryone(BrowserPage page)
    {
        var tab = await browser.LookAsync(page, width: 375, english: true);
        // Colours know no language, and no width.
        var wrong = await AccessibilityAsync(tab, colours: false) + await ScrollingAsync(tab);
        Assert.True(wrong.Length == 0, wrong);
    }
}

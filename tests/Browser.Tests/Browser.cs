using Microsoft.Playwright;

namespace Parelmuur.Browser.Tests;

/// <summary>Debian's Chromium with the site beside it: the one without windows where there is, which does a page in two thirds of the time.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;

    // Signing in costs as much as a page, so each person does it once, and without a browser.
    private readonly Dictionary<string, IReadOnlyList<Cookie>> signedIn = [];

    // Whoever only looks keeps a tab, with the styles and scripts it loaded. The tests of a collection run one by one.
    private readonly Dictionary<string, IPage> looking = [];

    private const int Height = 900;

    /// <summary>Where Debian puts it; null without.</summary>
    public static string? Executable { get; } = Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists);

    public ParelmuurApp App { get; private set; } = null!;

    /// <summary>What the browser complained of since the last look, and what it asked of other sites.</summary>
    public List<string> Troubles { get; } = [];

    public async Task InitializeAsync()
    {
        if (Executable is null)
            return;
        App = await ParelmuurApp.StartAsync(
            DatabaseKind.Sqlite, withSamples: true,
            $"--SignIn:Providers:0:Key={BrowserPage.Provider}", "--SignIn:Providers:0:Name=Voorbeeldregio", "--SignIn:Providers:0:EndsAtProvider=true",
            // Nothing listens there: nobody may use the port.
            "--SignIn:Providers:0:Authority=http://127.0.0.1:1", "--SignIn:Providers:0:ClientId=parelmuur", "--SignIn:Providers:0:ClientSecret=voorbeeld");
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
                // A page is looked at for a second: what V8 makes of its scripts for later is never used.
                "--js-flags=--no-opt --no-maglev",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
        if (App is not null)
            await App.DisposeAsync();
    }

    /// <summary>Opens a page as a reader would, with cookies and a store of its own; close its context afterwards.</summary>
    public async Task<IPage> OpenAsync(BrowserPage page, bool script = true)
    {
        var tab = await (await ContextAsync(page.As, width: 1280, script)).NewPageAsync();
        await tab.GotoAsync(page.Path);
        return tab;
    }

    /// <summary>Opens a page only to look at it, posting its question when it has one. The tab is used again for the next.</summary>
    public async Task<IPage> LookAsync(BrowserPage page, int width = 1280, bool english = false)
    {
        var tab = looking.GetValueOrDefault(page.As ?? "");
        if (tab is null)
        {
            looking[page.As ?? ""] = tab = await (await ContextAsync(page.As, width, script: true)).NewPageAsync();
            Watch(tab);
        }

        await tab.SetViewportSizeAsync(width, Height);
        Troubles.Clear();
        await tab.GotoAsync((english ? "/en" : "") + page.Path);
        if (page.PostText is not null)
        {
            await tab.Locator("textarea[name=tekst]").FillAsync(page.PostText);
            // The load event of the answer can come before somebody waits for it; a page without this mark is the answer.
            await tab.Locator("body").EvaluateAsync("body => body.dataset.asked = 'true'");
            await tab.Locator("main form button[type=submit]").First.ClickAsync();
            await tab.Locator("body:not([data-asked]) footer").First.WaitForAsync();
        }

        return tab;
    }

    private void Watch(IPage tab)
    {
        tab.Console += (_, message) =>
        {
            // The browser reports the status of the error pages themselves.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of 40", StringComparison.Ordinal))
                Troubles.Add(message.Text);
        };
        tab.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(App.Address.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Troubles.Add(request.Url);
        };
    }

    /// <summary>A new browser, with cookies and a store of its own, on another site; close it afterwards.</summary>
    public Task<IBrowserContext> ContextAsync(Uri site, bool script) => ContextAsync(site, width: 1280, script);

    private async Task<IBrowserContext> ContextAsync(string? person, int width, bool script)
    {
        var context = await ContextAsync(App.Address, width, script);
        if (person is not null)
            await context.AddCookiesAsync(await SignedInAsync(person));
        return context;
    }

    private async Task<IBrowserContext> ContextAsync(Uri site, int width, bool script) =>
        await chromium.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = width, Height = Height },
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });

    private async Task<IReadOnlyList<Cookie>> SignedInAsync(string person)
    {
        if (signedIn.TryGetValue(person, out var kept))
            return kept;
        using var visitor = await App.AsAsync(person);
        return signedIn[person] = [.. visitor.Cookies.Select(cookie => new Cookie
        {
            Name = cookie.Key, Value = cookie.Value, Domain = App.Address.Host, Path = "/", Secure = true, SameSite = SameSiteAttribute.Lax,
        })];
    }
}

/// <summary>A browser with a site. What runs with it goes one by one, beside what runs with the second.</summary>
[CollectionDefinition(Name)]
public sealed class FirstBrowser : ICollectionFixture<Browser>
{
    public const string Name = "first browser";
}

/// <summary>Another, with about as much work.</summary>
[CollectionDefinition(Name)]
public sealed class SecondBrowser : ICollectionFixture<Browser>
{
    public const string Name = "second browser";
}

/// <summary>A test over pages, skipped where there is no Chromium.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Browser.Executable is null)
            Skip = "Chromium is not installed.";
    }
}

/// <summary>A test in the browser, skipped where there is no Chromium.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Executable is null)
            Skip = "Chromium is not installed.";
    }
}

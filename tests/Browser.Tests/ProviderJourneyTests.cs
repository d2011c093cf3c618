using Microsoft.Playwright;

namespace Parelmuur.Browser.Tests;

/// <summary>Signing in with the account of one's work, as people see it: with script and without, and every page for everyone.</summary>
[Collection(FirstBrowser.Name)]
public sealed class ProviderJourneyTests(Browser browser) : EveryPageTests
{
    private const string Region = "Voorbeeldregio", Samira = "Samira Yıldız";

    private bool looks;

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Account_OfYourWork_LetsYouInAndIsTiedToWhatYouHad(bool script)
    {
        looks = script;
        await using var server = await ProviderServer.StartAsync("regio");
        // Once on each database, where both are.
        await using var site = await ParelmuurApp.StartAsync(
            script && PostgresCluster.Binaries is not null ? DatabaseKind.Postgres : DatabaseKind.Sqlite, withSamples: true, [.. server.Settings(0, Region)]);
        await server.ServeAsync(site.Address);
        var somebody = await server.PersonAsync();
        var samira = await server.PersonAsync(new() { ["email"] = "samira.yildiz@voorbeeld.example" });

        var tab = await (await browser.ContextAsync(site.Address, script)).NewPageAsync();
        await FirstTimeAsync(tab, somebody);
        await SecondTimeAsync(tab, somebody);
        await tab.Context.CloseAsync();

        tab = await (await browser.ContextAsync(site.Address, script)).NewPageAsync();
        await TieAsync(tab, samira);
        await tab.Context.CloseAsync();

        tab = await (await browser.ContextAsync(site.Address, script)).NewPageAsync();
        await StopAsync(tab);
        await server.DoAsync(new { what = "down", path = "/" });
        await tab.GotoAsync($"/inloggen/{server.Key}");
        await OnAsync(tab, $"{Region} antwoordt niet goed");
        await tab.Context.CloseAsync();
    }

    private async Task FirstTimeAsync(IPage tab, string subject)
    {
        await ThroughAsync(tab, subject);
        await OnAsync(tab, "Maak een account");
        await tab.WriteAsync("FullName", "");
        await tab.PressAsync("Maak mijn account");
        await OnAsync(tab, "Maak een account");
        await tab.WriteAsync("FullName", "Jantien de Wit");
        await tab.PressAsync("Maak mijn account");
        await tab.SaysAsync("Welkom, Jantien de Wit");
        await tab.GotoAsync("/mijn/beveiliging");
        await OnAsync(tab, "Beveiliging");
        await tab.Locator("main a", new() { HasText = $"Haal weg: {Region}" }).ClickAsync();
        await OnAsync(tab, "Haal de koppeling weg");
        await tab.SaysAsync("Dit is je enige manier om in te loggen");
    }

    private static async Task SecondTimeAsync(IPage tab, string subject)
    {
        await tab.PressAsync("Log uit");
        await tab.Context.ClearCookiesAsync();
        await ThroughAsync(tab, subject);
        await tab.HeadingAsync("Hallo Jantien de Wit");
    }

    // The address is that of an account, so that account is shown first.
    private async Task TieAsync(IPage tab, string subject)
    {
        await ThroughAsync(tab, subject);
        await OnAsync(tab, "Je hebt al een account");
        await tab.GetByRole(AriaRole.Link, new() { Name = "Log in en koppel" }).ClickAsync();
        await tab.PressAsync($"Log in als {Samira}");
        await OnAsync(tab, $"Koppel {Region} aan je account");
        await tab.PressAsync("Koppel");
        await tab.GotoAsync("/mijn/beveiliging");
        await tab.SaysAsync($"Haal weg: {Region}");
    }

    private async Task StopAsync(IPage tab)
    {
        await tab.GotoAsync("/inloggen");
        await tab.GetByRole(AriaRole.Link, new() { Name = $"Log in met {Region}" }).ClickAsync();
        await tab.PressAsync("Stop");
        await OnAsync(tab, $"Je bent niet ingelogd bij {Region}");
    }

    private static async Task ThroughAsync(IPage tab, string subject)
    {
        await tab.GotoAsync("/inloggen");
        await tab.GetByRole(AriaRole.Link, new() { Name = $"Log in met {Region}" }).ClickAsync();
        await tab.Locator("[name=login]").FillAsync(subject);
        await tab.PressAsync("Sign in");
    }

    // Waits for a page; with script everyone can use it, on a narrow screen too.
    private async Task OnAsync(IPage tab, string heading)
    {
        await tab.HeadingAsync(heading);
        if (!looks)
            return;
        var size = tab.ViewportSize!;
        var wrong = await AccessibilityAsync(tab) + await ScrollingAsync(tab);
        await tab.SetViewportSizeAsync(size.Width, size.Height);
        Assert.True(wrong.Length == 0, $"{heading}: {wrong}");
    }
}

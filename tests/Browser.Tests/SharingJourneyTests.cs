using Microsoft.Playwright;

namespace Parelmuur.Browser.Tests;

/// <summary>The life of a pareltje, from a new account to the archive, by the people who live it; with and without script.</summary>
[Collection(OnADesk.Name)]
public sealed class SharingJourneyTests(Browser browser)
{
    private const string Password = "een lange zin met woorden 7";
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pareltje_SharedByANewcomer_IsFoundAskedAboutConfirmedHandedOverAndArchived(bool script)
    {
        var mark = Guid.NewGuid().ToString("N")[..6];
        var (name, email) = ($"Nadia Vermeer {mark}", $"nadia.{mark}@nieuw.example");
        var title = $"Zwerfstoelen terug naar de zaal {mark}";

        var nadia = await OpenAsync("/", script);
        await SignUpAsync(nadia, name, email);
        await LetInAsync(script, name);
        await ShareAsync(nadia, title, name);

        var femke = await SignInAsSampleAsync("Femke de Boer", script);
        await FindByCheckFirstAsync(femke, title);
        await AskAsync(femke);
        await AnswerAsync(nadia, title);
        await ConfirmAsync(nadia);
        await HandOverAsync(nadia);
        await AcceptAsync(femke, title);
        await ArchiveAsync(femke);

        foreach (var tab in (IPage[])[nadia, femke])
            await tab.Context.CloseAsync();
    }

    private async Task SignUpAsync(IPage tab, string name, string email)
    {
        await tab.GotoAsync("/account-maken");
        await FillAsync(tab, "FullName", name);
        await FillAsync(tab, "Email", email);
        await FillAsync(tab, "Password", Password);
        await tab.Locator("[name='Form.Municipality']").SelectOptionAsync(new SelectOptionValue { Label = "Zutphen" });
        await PressAsync(tab, "Maak mijn account");
        await HeadingAsync(tab, "Kijk in je mail");

        var (_, link) = await browser.App.MailAsync(email, "bevestigen");
        await tab.GotoAsync(link);
        await PressAsync(tab, "Bevestig mijn adres");
        await FillAsync(tab, "Email", email);
        await FillAsync(tab, "Password", Password);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Log in", Exact = true }).ClickAsync();
        await HeadingAsync(tab, $"Hallo {name}");
    }

    private async Task LetInAsync(bool script, string name)
    {
        var omar = await SignInAsSampleAsync("Omar Bensaïd", script);
        await omar.GotoAsync("/mijn/organisatie/leden");
        await PressAsync(omar, $"Laat {name} binnen");
        await Assertions.Expect(omar.GetByRole(AriaRole.Button, new() { Name = $"Laat {name} binnen" })).ToHaveCountAsync(0);
        await omar.Context.CloseAsync();
    }

    private static async Task ShareAsync(IPage tab, string title, string name)
    {
        await tab.GotoAsync("/deel");
        await FillAsync(tab, "Title", title);
        await FillAsync(tab, "Promise", "Losse stoelen uit de wijk staan binnen een dag weer in het buurthuis waar ze horen.");
        await FillAsync(tab, "WhatWeDid", "Op elke stoel zit een sticker met een nummer. Wie een stoel ziet staan, stuurt het nummer. De wijkploeg brengt hem terug.");
        await FillAsync(tab, "Contact", name);
        await PressAsync(tab, "Bekijk en deel");
        await HeadingAsync(tab, "Klopt het zo?");
        await PressAsync(tab, "Deel dit pareltje");
        await HeadingAsync(tab, "Je pareltje staat op de muur");
    }

    // The index hears of it by the ledger, within a second or so; a person would look again.
    private static async Task FindByCheckFirstAsync(IPage tab, string title)
    {
        using var limit = new CancellationTokenSource(AtMost);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            await tab.GotoAsync("/");
            await tab.Locator("textarea[name=tekst]").FillAsync("Wij willen losse stoelen uit de wijk terugbrengen naar het buurthuis, met een nummer op een sticker.");
            await PressAsync(tab, "Eerst kijken");
            if (await tab.GetByRole(AriaRole.Link, new() { Name = title }).CountAsync() > 0)
            {
                await tab.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
                await HeadingAsync(tab, title);
                return;
            }
        }
        while (await again.WaitForNextTickAsync(limit.Token));
    }

    private static async Task AskAsync(IPage tab)
    {
        await tab.GetByRole(AriaRole.Link, new() { Name = "Stel een vraag aan de gebruikers" }).ClickAsync();
        await FillAsync(tab, "Text", "Wie betaalt de stickers?");
        await PressAsync(tab, "Bekijk het eerst");
        await PressAsync(tab, "Stel mijn vraag");
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Wie betaalt de stickers?");
    }

    private static async Task AnswerAsync(IPage tab, string title)
    {
        await tab.GetByRole(AriaRole.Link, new() { Name = "Bekijk je pareltje" }).ClickAsync();
        await HeadingAsync(tab, title);
        await tab.GetByRole(AriaRole.Link, new() { Name = "Geef antwoord" }).ClickAsync();
        await FillAsync(tab, "Text", "Het buurthuis. Een rol kost een tientje.");
        await PressAsync(tab, "Bekijk het eerst");
        await PressAsync(tab, "Plaats mijn antwoord");
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Een rol kost een tientje.");
    }

    private static async Task ConfirmAsync(IPage tab)
    {
        await PressAsync(tab, "Klopt nog");
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Bevestigd");
    }

    private static async Task HandOverAsync(IPage tab)
    {
        await tab.GetByRole(AriaRole.Link, new() { Name = "Beheerder of vervanger kiezen" }).ClickAsync();
        await tab.Locator("[name=gemeente]").First.SelectOptionAsync(new SelectOptionValue { Label = "Deventer" });
        await PressAsync(tab, "Toon de mensen");
        await tab.GetByLabel("Femke de Boer").CheckAsync();
        await tab.GetByLabel("Beheerder worden").CheckAsync();
        await PressAsync(tab, "Vraag het");
        await Assertions.Expect(tab.Locator("body")).ToContainTextAsync("Femke de Boer");
    }

    private static async Task AcceptAsync(IPage tab, string title)
    {
        await tab.GotoAsync("/mijn");
        await tab.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await HeadingAsync(tab, "Wil jij hiervoor zorgen?");
        await PressAsync(tab, "Ja, dat doe ik");
        await HeadingAsync(tab, title);
    }

    private static async Task ArchiveAsync(IPage tab)
    {
        await tab.GetByRole(AriaRole.Link, new() { Name = "Archiveren: dit stopt" }).ClickAsync();
        await FillAsync(tab, "Reason", "Er staan geen stoelen meer in de wijk.");
        await PressAsync(tab, "Archiveer deze oplossing");
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Er staan geen stoelen meer in de wijk.");
        await Assertions.Expect(tab.GetByRole(AriaRole.Link, new() { Name = "Haal het terug" })).ToBeVisibleAsync();
    }

    private async Task<IPage> SignInAsSampleAsync(string name, bool script)
    {
        var tab = await OpenAsync("/inloggen", script);
        await PressAsync(tab, $"Log in als {name}");
        return tab;
    }

    private Task<IPage> OpenAsync(string path, bool script) => browser.OpenAsync(new("start", path), script: script);

    private static Task FillAsync(IPage tab, string field, string text) => tab.Locator($"[name='Form.{field}']").FillAsync(text);

    private static Task PressAsync(IPage tab, string button) =>
        tab.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    private static Task HeadingAsync(IPage tab, string text) => Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync(text);
}

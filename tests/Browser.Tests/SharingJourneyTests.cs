using Microsoft.Playwright;

namespace Parelmuur.Browser.Tests;

/// <summary>The life of a pareltje, from a new account to the archive, by the people who live it; with and without script.</summary>
[Collection(SecondBrowser.Name)]
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

        var femke = await browser.SignInAsync("Femke de Boer", script);
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
        await tab.WriteAsync("FullName", name);
        await tab.WriteAsync("Email", email);
        await tab.WriteAsync("Password", Password);
        await tab.Locator("[name='Form.Municipality']").SelectOptionAsync(new SelectOptionValue { Label = "Zutphen" });
        await tab.PressAsync("Maak mijn account");
        await tab.HeadingAsync("Kijk in je mail");

        var (_, link) = await browser.App.MailAsync(email, "bevestigen");
        await tab.GotoAsync(link);
        await tab.WriteAsync("Password", Password);
        await tab.PressAsync("Bevestig mijn adres");
        await tab.HeadingAsync($"Hallo {name}");
    }

    private async Task LetInAsync(bool script, string name)
    {
        var omar = await browser.SignInAsync("Omar Bensaïd", script);
        await omar.GotoAsync("/mijn/organisatie/leden");
        await omar.PressAsync($"Laat {name} binnen");
        await Assertions.Expect(omar.GetByRole(AriaRole.Button, new() { Name = $"Laat {name} binnen" })).ToHaveCountAsync(0);
        await omar.Context.CloseAsync();
    }

    private static async Task ShareAsync(IPage tab, string title, string name)
    {
        await tab.GotoAsync("/deel");
        await tab.WriteAsync("Title", title);
        await tab.WriteAsync("Promise", "Losse stoelen uit de wijk staan binnen een dag weer in het buurthuis waar ze horen.");
        await tab.WriteAsync("WhatWeDid", "Op elke stoel zit een sticker met een nummer. Wie een stoel ziet staan, stuurt het nummer. De wijkploeg brengt hem terug.");
        await tab.WriteAsync("Contact", name);
        await tab.PressAsync("Bekijk en deel");
        await tab.HeadingAsync("Klopt het zo?");
        await tab.PressAsync("Deel dit pareltje");
        await tab.HeadingAsync("Je pareltje staat op de muur");
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
            await tab.PressAsync("Eerst kijken");
            if (await tab.GetByRole(AriaRole.Link, new() { Name = title }).CountAsync() > 0)
            {
                await tab.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
                await tab.HeadingAsync(title);
                return;
            }
        }
        while (await again.WaitForNextTickAsync(limit.Token));
    }

    private static async Task AskAsync(IPage tab)
    {
        await tab.GetByRole(AriaRole.Link, new() { Name = "Stel een vraag aan de gebruikers" }).ClickAsync();
        await tab.WriteAsync("Text", "Wie betaalt de stickers?");
        await tab.PressAsync("Bekijk het eerst");
        await tab.PressAsync("Stel mijn vraag");
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Wie betaalt de stickers?");
    }

    private static async Task AnswerAsync(IPage tab, string title)
    {
        await tab.GetByRole(AriaRole.Link, new() { Name = "Bekijk je pareltje" }).ClickAsync();
        await tab.HeadingAsync(title);
        await tab.GetByRole(AriaRole.Link, new() { Name = "Geef antwoord" }).ClickAsync();
        await tab.WriteAsync("Text", "Het buurthuis. Een rol kost een tientje.");
        await tab.PressAsync("Bekijk het eerst");
        await tab.PressAsync("Plaats mijn antwoord");
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Een rol kost een tientje.");
    }

    private static async Task ConfirmAsync(IPage tab)
    {
        await tab.PressAsync("Klopt nog");
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Bevestigd");
    }

    private static async Task HandOverAsync(IPage tab)
    {
        await tab.GetByRole(AriaRole.Link, new() { Name = "Beheerder of vervanger kiezen" }).ClickAsync();
        await tab.Locator("[name=gemeente]").First.SelectOptionAsync(new SelectOptionValue { Label = "Deventer" });
        await tab.PressAsync("Toon de mensen");
        await tab.GetByLabel("Femke de Boer").CheckAsync();
        await tab.GetByLabel("Beheerder worden").CheckAsync();
        await tab.PressAsync("Vraag het");
        await Assertions.Expect(tab.Locator("body")).ToContainTextAsync("Femke de Boer");
    }

    private static async Task AcceptAsync(IPage tab, string title)
    {
        await tab.GotoAsync("/mijn");
        await tab.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await tab.HeadingAsync("Wil jij hiervoor zorgen?");
        await tab.PressAsync("Ja, dat doe ik");
        await tab.HeadingAsync(title);
    }

    private static async Task ArchiveAsync(IPage tab)
    {
        await tab.GetByRole(AriaRole.Link, new() { Name = "Archiveren: dit stopt" }).ClickAsync();
        await tab.WriteAsync("Reason", "Er staan geen stoelen meer in de wijk.");
        await tab.PressAsync("Archiveer deze oplossing");
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Er staan geen stoelen meer in de wijk.");
        await Assertions.Expect(tab.GetByRole(AriaRole.Link, new() { Name = "Haal het terug" })).ToBeVisibleAsync();
    }

    private Task<IPage> OpenAsync(string path, bool script) => browser.OpenAsync(new("start", path), script: script);
}

using Microsoft.Playwright;

namespace Parelmuur.Browser.Tests;

/// <summary>A passkey from a device that the browser imitates: made, used and kept while a role needs it.</summary>
[Collection(FirstBrowser.Name)]
public sealed class PasskeyTests(Browser browser)
{
    [BrowserFact]
    public async Task Passkey_MadeOnADevice_SignsInAsASecondFactor()
    {
        // A passkey belongs to a name; an address of numbers is none.
        var root = $"http://localhost:{browser.App.Address.Port}";
        var tab = await browser.OpenAsync(new("sign in", "/inloggen"));
        await PlugInDeviceAsync(tab);
        await tab.GotoAsync(root + "/inloggen");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Log in als Omar Bensaïd" }).ClickAsync();

        await tab.GotoAsync(root + "/mijn/beveiliging");
        await tab.GetByRole(AriaRole.Link, new() { Name = "Voeg een passkey toe" }).ClickAsync();
        await tab.GetByLabel("Hoe noem je deze passkey?").FillAsync("Sleutel van het werk");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Maak de passkey" }).ClickAsync();
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Sleutel van het werk");

        await tab.GetByRole(AriaRole.Button, new() { Name = "Log uit" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Log in met een passkey" }).ClickAsync();
        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync("Hallo Omar Bensaïd");
        await tab.GotoAsync(root + "/mijn/organisatie/leden");
        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync("Leden van Zutphen");

        await tab.GotoAsync(root + "/mijn/beveiliging");
        await tab.GetByRole(AriaRole.Link, new() { Name = "Haal weg" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Haal de passkey weg" }).ClickAsync();
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("Je rol heeft een tweede stap nodig");
        await tab.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Passkey_WithoutDevice_SaysWhatToDoAndLeavesThePassword()
    {
        var tab = await browser.OpenAsync(new("sign in", "/inloggen"));
        await PlugInDeviceAsync(tab);
        await tab.GotoAsync($"http://localhost:{browser.App.Address.Port}/inloggen");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Log in met een passkey" }).ClickAsync();
        await Assertions.Expect(tab.GetByRole(AriaRole.Alert)).ToContainTextAsync("Er is geen passkey gekozen");
        await tab.Context.CloseAsync();
    }

    private static async Task PlugInDeviceAsync(IPage tab)
    {
        var browser = await tab.Context.NewCDPSessionAsync(tab);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

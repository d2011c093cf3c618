using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Browser.Tests;

/// <summary>How a solution reaches other municipalities, by the people who live it: claimed, accepted, carried out, learned from, moved, confirmed again.</summary>
[Collection(SecondBrowser.Name)]
public sealed class JoiningJourneyTests(Browser browser)
{
    private const string WithPlan = "klik-uurtje-in-de-bieb";
    private static readonly Actor Helper = new("test");
    private readonly string mark = Guid.NewGuid().ToString("N")[..6];

    private IServiceProvider Services => browser.App.Services;

    private IOrganisations Organisations => Services.GetRequiredService<IOrganisations>();

    [BrowserFact]
    public async Task Use_IsClaimedAnsweredCarriedOutLearnedFromMovedAndConfirmedAgain()
    {
        string[] products = [$"Zaalplanner {mark}", $"Sleutelkast {mark}", $"Roosterbord {mark}"];
        var lotte = await SupplierAsync();
        foreach (var product in products)
            await ClaimAsync(lotte, product);

        var omar = await browser.SignInAsync("Omar Bensaïd");
        await AnswerAsync(omar, products);

        var samira = await browser.SignInAsync("Samira Yıldız");
        await CarryOutAsync(samira);
        await omar.GotoAsync(samira.Url);
        await omar.PressAsync("We gebruiken het nu");
        await omar.SaysAsync("Bij de oplossing staat dat jullie het gebruiken.");

        // Four sample municipalities finished before; Zutphen is the fifth. The sixth reads what they learned.
        await RunJobAsync("learn from roll-outs");
        var femke = await browser.SignInAsync("Femke de Boer");
        await femke.GotoAsync($"/oplossingen/{WithPlan}/stappenplan/aansluiten");
        await femke.SaysAsync("(5 organisaties)");
        await femke.GotoAsync($"/oplossingen/{WithPlan}/stappenplan");
        await femke.SaysAsync("Bellen hielp.");

        await MoveAsync(omar, products[0]);
        await ConfirmByMailAsync(products[0]);
        foreach (var tab in (IPage[])[lotte, omar, samira, femke])
            await tab.Context.CloseAsync();
    }

    private async Task<IPage> SupplierAsync()
    {
        var supplier = $"Voorbeeldmaker {mark}";
        await Organisations.EnsureAsync([new(supplier, OrganisationKind.Supplier)], Helper, default);
        var lotte = await browser.SignInAsync("Lotte Kramer");
        await lotte.GotoAsync("/mijn/organisaties");
        await lotte.WriteAsync("Other", supplier);
        await lotte.Locator("[name='Form.Role'][value=Contributor]").CheckAsync();
        await lotte.PressAsync("Vraag deze rol");
        var pim = await browser.SignInAsync("Pim Hendriks");
        await pim.GotoAsync("/beheer/aanmeldingen");
        await pim.PressAsync("Laat Lotte Kramer binnen");
        await pim.Context.CloseAsync();
        await lotte.GotoAsync("/mijn/organisaties");
        await lotte.PressAsync($"Werk voor {supplier}");
        return lotte;
    }

    private static async Task ClaimAsync(IPage tab, string product)
    {
        await tab.GotoAsync("/deel");
        await tab.WriteAsync("Title", product);
        await tab.WriteAsync("Promise", "Wie een ruimte nodig heeft ziet meteen welke vrij is.");
        await tab.WriteAsync("WhatWeDid", "Wij maakten een bord dat laat zien wat vrij is. Het staat in de hal en op de website.");
        await tab.WriteAsync("Contact", "Lotte Kramer");
        await tab.PressAsync("Bekijk en deel");
        await tab.HeadingAsync("Klopt het zo?");
        await tab.PressAsync("Deel dit pareltje");
        await tab.HeadingAsync("Je pareltje staat op de muur");
        await tab.GotoAsync($"/oplossingen/{Slug(product)}/gebruikers-melden");
        await tab.WriteAsync("Names", "Zutphen");
        await tab.PressAsync("Meld deze gebruikers");
        await tab.SaysAsync("De gebruiker zegt zelf of het klopt.");
    }

    private static async Task AnswerAsync(IPage tab, string[] products)
    {
        await tab.GotoAsync("/mijn/organisatie/gebruik/wacht");
        ILocator Row(string product) => tab.Locator("tr", new() { HasText = product });
        await Row(products[0]).Locator("[value=Confirm]").CheckAsync();
        await Row(products[1]).Locator("[value=Confirm]").CheckAsync();
        await Row(products[2]).Locator("[value=Reject]").CheckAsync();
        await Row(products[2]).Locator("[name$=Reason]").FillAsync("Dat was een proef.");
        await tab.PressAsync("Bewaar je antwoorden");
        foreach (var product in products)
            await Assertions.Expect(Row(product)).ToHaveCountAsync(0);
        await tab.GotoAsync($"/mijn/organisatie/gebruik?stand=alles&q={products[0].Split(' ')[1]}");
        await Assertions.Expect(Row(products[0])).ToContainTextAsync("Bevestigd op");
        await Assertions.Expect(Row(products[2])).ToContainTextAsync("Afgewezen op");
    }

    private static async Task CarryOutAsync(IPage tab)
    {
        await tab.GotoAsync($"/oplossingen/{WithPlan}/stappenplan/aansluiten");
        await Assertions.Expect(tab.Locator("main")).Not.ToContainTextAsync("Wat anderen ervan leerden");
        await tab.PressAsync("Begin met de eerste stap");
        var plan = tab.Url;
        await tab.GotoAsync(plan + "?als=bord");
        await tab.PressAsync("Begin met stap 1");
        await Assertions.Expect(tab.Locator("#kolom-Doing")).ToHaveTextAsync("Mee bezig (1)");
        for (var step = 1; step <= 6; step++)
        {
            await tab.GotoAsync($"{plan}/stap/{step}");
            await tab.Locator("[value=Done]").CheckAsync();
            await tab.WriteAsync("Hours", "7");
            await tab.WriteAsync("Helped", "Bellen hielp.");
            await tab.PressAsync("Bewaar");
            await tab.SaysAsync($"{step} van 6 stappen klaar.");
        }

        await tab.GotoAsync(plan);
        await tab.SaysAsync("Jullie zijn klaar");
    }

    // A use of before a merger shows at the municipality that carries on, with where it comes from.
    private async Task MoveAsync(IPage tab, string product)
    {
        var solution = (await Services.GetRequiredService<ICatalogue>().FindBySlugAsync(Slug(product), default))!.Id;
        var brielle = (await Organisations.EnsureAsync([new("Brielle", OrganisationKind.Municipality)], Helper, default))[0]!.Id;
        var last = new DateOnly(2022, 12, 1);
        await Services.GetRequiredService<IAdoption>().DecideAsync(
            brielle, [new(solution, UseAnswer.Use, last)], Guid.NewGuid(), confirms: true, last, Helper, default);
        await RunJobAsync("move uses after reorganisations");
        // The register of uses hears of it by the ledger; a person would look again.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            await tab.GotoAsync("/gemeenten/voorne-aan-zee");
        }
        while (await tab.GetByRole(AriaRole.Link, new() { Name = product }).CountAsync() == 0 && await again.WaitForNextTickAsync(limit.Token));
    }

    private async Task ConfirmByMailAsync(string product)
    {
        var (adoption, today) = (Services.GetRequiredService<IAdoption>(), Organisations.Today);
        var zutphen = Organisations.FindBySlug("zutphen")!.Id;
        var solution = (await Services.GetRequiredService<ICatalogue>().FindBySlugAsync(Slug(product), default))!.Id;
        var yearAgo = today.AddMonths(-12);
        await adoption.DecideAsync(
            zutphen, [new(solution, UseAnswer.Confirm)], Guid.NewGuid(), confirms: true, yearAgo, Helper, default);
        // A week goes by: nobody gets two of these mails in one.
        await using (var database = new SqliteConnection(Services.GetRequiredService<IConfiguration>().GetConnectionString("Parelmuur")))
        {
            await database.OpenAsync();
            await using var forget = database.CreateCommand();
            forget.CommandText = "DELETE FROM catalogue_nudges";
            await forget.ExecuteNonQueryAsync();
        }

        await RunJobAsync("keep solutions fresh");
        var (text, _) = await browser.App.MailAsync("omar.bensaid@voorbeeld.example", "gebruik-klopt-nog/");
        var link = new Uri(text.Split(' ').First(word => word.Contains("/gebruik-klopt-nog/", StringComparison.Ordinal)));
        var tab = await browser.OpenAsync(new("mail", link.PathAndQuery));
        await Assertions.Expect(tab.Locator("tr", new() { HasText = product })).ToHaveCountAsync(1);
        await tab.PressAsync("De rest klopt allemaal");
        await tab.SaysAsync("Alles is bevestigd");
        Assert.Equal(today, (await adoption.OwnUseAsync(zutphen, solution, default))!.ConfirmedOn);
        await tab.Context.CloseAsync();
    }

    private async Task RunJobAsync(string name)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IDailyJob>().Single(job => job.Name == name).RunAsync(default);
    }

    private static string Slug(string product) => product.ToLowerInvariant().Replace(' ', '-');
}

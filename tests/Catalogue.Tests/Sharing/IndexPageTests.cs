using System.Net;
using System.Text.Json;

namespace Parelmuur.Catalogue.Tests.Sharing;

/// <summary>Writing a pareltje: who may, what is wrong, and that nothing typed is lost.</summary>
public sealed class IndexPageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Fact]
    public async Task Get_WithoutSession_ShowsTheForm()
    {
        var page = await site.PageAsync("/deel");

        Assert.Equal("Deel een pareltje", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("ongeveer 3 minuten", page.Words(), StringComparison.Ordinal);
        Assert.Equal(4, page.QuerySelectorAll("form[data-keep] [required]").Length);
        Assert.Contains(page.QuerySelectorAll("nav a"), link => link.TextContent == "Deel een pareltje");
    }

    [Fact]
    public async Task Get_AsContributor_FillsInTheName()
    {
        using var samira = await site.AsAsync("Samira Yıldız");

        Assert.Equal("Samira Yıldız", (await samira.OpenAsync("/deel")).Typed("Form.Contact"));
    }

    [Fact]
    public async Task Draft_WithDigitsOfAnotherScript_OpensAgain()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        const string Text = "Het nummer is 1234\u0665\u0666\u0667\u0668\u0669.";

        await samira.SubmitAsync("/deel", Writer.Save, ("Form.Title", "Nummers in twee schriften"), ("Form.WhatWeDid", Text));

        Assert.Equal(Text, (await samira.OpenAsync(samira.Here)).Typed("Form.WhatWeDid"));
    }

    [Fact]
    public async Task Get_WithoutOrganisation_ShowsTheWayOut()
    {
        using var eva = await site.AsAsync("Eva Mulder");

        var page = await eva.OpenAsync("/deel");

        Assert.Contains("Je hoort nog bij geen gemeente", page.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/mijn/organisaties']"));
    }

    [Fact]
    public async Task Get_AsReader_SaysWhoDecides()
    {
        using var lotte = await site.AsAsync("Lotte Kramer");

        Assert.Contains("Je leest mee voor Leiden", (await lotte.OpenAsync("/deel")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithNothing_ShowsFourErrors()
    {
        using var joost = await site.AsAsync("Joost van Rijn");

        var page = await joost.SubmitAsync(
            await joost.OpenAsync("/deel"), Writer.Next, HttpStatusCode.BadRequest, ("Form.Contact", " "));

        Assert.Equal(4, page.QuerySelectorAll("[role=alert] a").Length);
        Assert.StartsWith("Fout:", page.Title, StringComparison.Ordinal);
        Assert.Empty((await joost.OpenAsync("/deel/concepten")).QuerySelectorAll("main .pm-regels li"));
    }

    [Theory]
    [InlineData("Form.Title", 81, "Maak de titel korter")]
    [InlineData("Form.Promise", 161, "Maak de zin korter")]
    [InlineData("Form.WhatWeDid", 20_001, "Je tekst is te lang")]
    [InlineData("Form.Contact", 121, "Deze naam is te lang")]
    [InlineData("Form.Link", 0, "Schrijf een adres dat begint met https://", "javascript:alert(1)")]
    [InlineData("Form.Mailbox", 0, "Schrijf een e-mailadres", "geen adres")]
    public async Task Post_WithOneWrongAnswer_KeepsAllThatWasTyped(string field, int length, string message, string? value = null)
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var typed = value ?? new string('a', length);
        (string Name, string Value)[] gem = [.. Writer.Gem("Bladkorf op tijd").Where(each => each.Name != field), (field, typed)];

        var page = await samira.SubmitAsync(await samira.OpenAsync("/deel"), Writer.Next, HttpStatusCode.BadRequest, gem);

        Assert.Contains(message, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.All(gem, each => Assert.Equal(each.Value, page.Typed(each.Name)));
        // It is a draft already: closing the browser now loses nothing.
        var draft = await samira.OpenAsync($"/deel/{page.Typed("concept")}");
        Assert.All(gem, each => Assert.Equal(each.Value, draft.Typed(each.Name)));
    }

    [Fact]
    public async Task Post_WithoutSession_ComesBackToTheTextAfterSigningIn()
    {
        using var visitor = site.Visit();
        var gem = Writer.Gem("Geschreven voor het inloggen");

        await visitor.SubmitAsync("/deel", Writer.Next, gem);
        Assert.Contains("/inloggen?terug=%2Fdeel", visitor.Here, StringComparison.Ordinal);
        var page = await visitor.SubmitAsync(visitor.Here, "Log in als Samira Yıldız");

        Assert.All(gem, each => Assert.Equal(each.Value, page.Typed(each.Name)));
        Assert.Matches("^/deel/[0-9a-f-]{36}$", visitor.Here);
    }

    [Fact]
    public async Task Post_AfterTheSessionEnded_GoesOnWithTheSameDraft()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var page = await samira.SubmitAsync("/deel", Writer.Save, Writer.Gem("Half af"));
        var draft = samira.Here;
        samira.Forget("__Host-parelmuur");

        await samira.SubmitAsync(page, Writer.Save, HttpStatusCode.OK, ("Form.Title", "Helemaal af"));
        Assert.Contains("/inloggen", samira.Here, StringComparison.Ordinal);
        page = await samira.SubmitAsync(samira.Here, "Log in als Samira Yıldız");

        Assert.Equal(draft, samira.Here);
        Assert.Equal("Helemaal af", page.Typed("Form.Title"));
    }

    [Fact]
    public async Task Post_OfAnotherSite_IsNotTaken()
    {
        using var visitor = site.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/deel")
        {
            Content = new FormUrlEncodedContent(Writer.Gem("Van elders").Select(each => KeyValuePair.Create(each.Name, each.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("__Host-concept", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Post_WithoutToken_SavesNothing()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        using var form = new FormUrlEncodedContent(Writer.Gem("Zonder token").Select(each => KeyValuePair.Create(each.Name, each.Value)));

        using var answer = await samira.RawAsync(HttpMethod.Post, "/deel?handler=Save", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Zonder token", (await samira.OpenAsync("/deel/concepten")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FromABrowserThatWasClosed_AsksToPressAgainAndKeepsTheText()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var page = await samira.OpenAsync("/deel");
        samira.Forget("__Host-formulier");

        var again = await samira.SubmitAsync(page, Writer.Next, HttpStatusCode.BadRequest, Writer.Gem("Oud venster"));
        Assert.Contains("Druk nog een keer op de knop", again.Words(), StringComparison.Ordinal);
        var preview = await samira.SubmitAsync(again, Writer.Next, HttpStatusCode.OK);

        Assert.Contains("Oud venster", preview.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfSomebodyElse_DoesNotExist()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync("/deel", Writer.Save, Writer.Gem("Alleen van mij"));
        var draft = samira.Here;
        using var femke = await site.AsAsync("Femke de Boer");

        await femke.OpenAsync(draft, HttpStatusCode.NotFound);
        await femke.OpenAsync($"{draft}/voorbeeld", HttpStatusCode.NotFound);
        await femke.OpenAsync($"{draft}/gedeeld", HttpStatusCode.NotFound);
        await femke.SubmitAsync(
            await femke.OpenAsync("/deel"), Writer.Save, HttpStatusCode.NotFound,
            [.. Writer.Gem("Gestolen"), ("concept", draft["/deel/".Length..]), ("versie", "1")]);
        Assert.DoesNotContain("Alleen van mij", (await femke.OpenAsync("/mijn")).Words(), StringComparison.Ordinal);
        Assert.Equal("Alleen van mij", (await samira.OpenAsync(draft)).Typed("Form.Title"));
    }

    [Theory]
    [InlineData("/deel/00000000-0000-0000-0000-000000000001")]
    [InlineData("/deel/00000000-0000-0000-0000-000000000001/voorbeeld")]
    [InlineData("/deel/00000000-0000-0000-0000-000000000001/gedeeld")]
    [InlineData("/deel/zomaar")]
    public async Task Draft_Unknown_IsNotFound(string path)
    {
        using var samira = await site.AsAsync("Samira Yıldız");

        await samira.OpenAsync(path, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/deel/00000000-0000-0000-0000-000000000001")]
    [InlineData("/deel/00000000-0000-0000-0000-000000000001/voorbeeld")]
    [InlineData("/deel/00000000-0000-0000-0000-000000000001/gedeeld")]
    [InlineData("/deel/concepten")]
    public async Task Draft_WithoutSession_AsksToSignIn(string path)
    {
        using var visitor = site.Visit();

        await visitor.OpenAsync(path);

        Assert.Contains("/inloggen", visitor.Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FromASecondWindow_ShowsBothTextsAndOverwritesNothing()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync("/deel", Writer.Save, Writer.Gem("Begin"));
        var draft = samira.Here;
        var (first, second) = (await samira.OpenAsync(draft), await samira.OpenAsync(draft));
        await samira.SubmitAsync(first, Writer.Save, HttpStatusCode.OK, ("Form.Title", "Uit het eerste venster"));

        var both = await samira.SubmitAsync(second, Writer.Save, HttpStatusCode.Conflict, ("Form.Title", "Uit het tweede venster"));

        Assert.Contains("Uit het eerste venster", both.Words(), StringComparison.Ordinal);
        Assert.Equal("Uit het tweede venster", both.Typed("Form.Title"));
        Assert.Equal("Uit het eerste venster", (await samira.OpenAsync(draft)).Typed("Form.Title"));
        await samira.SubmitAsync(both, Writer.Save, HttpStatusCode.OK);
        Assert.Equal("Uit het tweede venster", (await samira.OpenAsync(draft)).Typed("Form.Title"));
    }

    [Fact]
    public async Task Autosave_KeepsTheDraftAndItsWindow()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var page = await samira.OpenAsync("/deel");

        var first = await AutosaveAsync(samira, page, "Een", "", "0");
        var concept = first.GetProperty("concept").GetString()!;
        // The answer to the first save may still be under way when the same window saves again.
        var second = await AutosaveAsync(samira, page, "Een twee", concept, "0");

        Assert.Equal(concept, second.GetProperty("concept").GetString());
        Assert.Equal("Een twee", (await samira.OpenAsync($"/deel/{concept}")).Typed("Form.Title"));
    }

    [Fact]
    public async Task Autosave_WithoutSession_SaysSo()
    {
        using var visitor = site.Visit();
        using var form = new FormUrlEncodedContent([new("Form.Title", "Niemand")]);

        using var answer = await visitor.RawAsync(HttpMethod.Post, "/deel?handler=Autosave", form);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Drafts_ThrownAway_CanBePutBack()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync("/deel", Writer.Save, Writer.Gem("Weg en terug"));
        var draft = samira.Here;
        var mine = await samira.OpenAsync("/mijn");
        Assert.Contains("Weg en terug", mine.Words(), StringComparison.Ordinal);

        var list = await samira.SubmitAsync(mine, "Gooi weg: Weg en terug", HttpStatusCode.OK);
        Assert.Equal("/deel/concepten", samira.Here);
        Assert.DoesNotContain("Weg en terug", (await samira.OpenAsync("/mijn")).Words(), StringComparison.Ordinal);
        await samira.SubmitAsync(list, "Zet terug: Weg en terug", HttpStatusCode.OK);

        Assert.Equal("Weg en terug", (await samira.OpenAsync(draft)).Typed("Form.Title"));
    }

    [Fact]
    public async Task Drafts_OfSomebodyElse_CannotBeThrownAway()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync("/deel", Writer.Save, Writer.Gem("Blijft staan"));
        var draft = samira.Here;
        using var femke = await site.AsAsync("Femke de Boer");
        await femke.SubmitAsync("/deel", Writer.Save, Writer.Gem("Van Femke"));

        await femke.SubmitAsync(
            await femke.OpenAsync("/deel/concepten"), "Gooi weg: Van Femke", HttpStatusCode.NotFound, ("concept", draft["/deel/".Length..]));

        Assert.Equal("Blijft staan", (await samira.OpenAsync(draft)).Typed("Form.Title"));
    }

    [Fact]
    public async Task Refresh_ShowsTheCardAndWhatIsAlike()
    {
        using var samira = await site.AsAsync("Samira Yıldız");

        var page = await samira.SubmitAsync(
            "/deel", "Ververs het voorbeeld",
            ("Form.Title", "Bel eerst"),
            ("Form.Promise", "Inwoners met een betaalachterstand bellen we binnen een week, voordat de schuld groter wordt."));

        Assert.Equal("Bel eerst", page.QuerySelector("[data-part=card] h3")!.TextContent);
        Assert.Contains("Zutphen", page.QuerySelector("[data-part=card]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vroegbel", page.QuerySelector("[data-part=alike]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WithACitizenNumber_GetsAWarningAndNoError()
    {
        using var samira = await site.AsAsync("Samira Yıldız");

        var page = await samira.SubmitAsync(
            "/deel", "Ververs het voorbeeld", ("Form.WhatWeDid", "Mevrouw met nummer 111222333 belde vanaf 06-12345678."));

        var warning = page.QuerySelector("[data-part=warning]")!.TextContent;
        Assert.Contains("een burgerservicenummer, een telefoonnummer", warning, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> AutosaveAsync(
        Visitor visitor, AngleSharp.Html.Dom.IHtmlDocument page, string title, string concept, string version)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("Form.Title", title), new("concept", concept), new("versie", version), new("venster", page.Typed("venster")),
            new("formulier", page.Typed("formulier")),
        ]);
        using var answer = await visitor.RawAsync(HttpMethod.Post, "/deel?handler=Autosave", form);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Parelmuur.Accounts.Tests.Providers;

/// <summary>What a provider, or somebody who acts as one, cannot do; and what the person then reads.</summary>
[Collection(WithProviders.Name)]
public sealed class DistrustTests(SiteWithProviders with)
{
    private const string NotTrusted = "We vertrouwen het antwoord van Landelijk niet", Used = "Deze poging om in te loggen werkt niet meer";

    public static TheoryData<string, object> Forgeries => new()
    {
        { "another issuer", new { what = "forge", claims = new { iss = "https://iemand-anders.example" } } },
        { "for another site", new { what = "forge", claims = new { aud = "een-andere-site" } } },
        { "for another question", new { what = "forge", claims = new { nonce = "van een ander" } } },
        { "somebody else than the provider says beside it", new { what = "forge", claims = new { sub = "iemand-anders" } } },
        { "signed by a stranger", new { what = "forge", by = "stranger" } },
        { "not signed", new { what = "forge", by = "nobody" } },
    };

    [Theory, MemberData(nameof(Forgeries))]
    public async Task Token_ThatIsNotRight_SignsNobodyIn(string what, object forge)
    {
        var (known, _, subject) = await with.JoinAsync(with.Country);
        known.Dispose();
        using var visitor = with.Site.Visit();
        await with.Country.DoAsync(forge);
        try
        {
            var page = await visitor.ThroughAsync(with.Country, subject);

            Assert.True(page.Heading() == NotTrusted, $"{what}: {page.Heading()}");
            await visitor.AssertInAsync(false);
        }
        finally
        {
            await with.Country.DoAsync(new { what = "forge" });
        }
    }

    [Theory]
    [InlineData(-3600, "Het antwoord van Landelijk is niet meer geldig")]
    [InlineData(-90, null)]
    [InlineData(60, null)]
    public async Task Token_OfAnotherTime_IsRefusedUnlessTheClocksDifferALittle(int seconds, string? heading)
    {
        var (known, _, subject) = await with.JoinAsync(with.Country);
        known.Dispose();
        using var visitor = with.Site.Visit();
        await with.Country.DoAsync(new { what = "clock", seconds });
        try
        {
            var page = await visitor.ThroughAsync(with.Country, subject);

            Assert.Equal(heading is null, visitor.Here == "/mijn");
            if (heading is not null)
                Assert.Equal(heading, page.Heading());
        }
        finally
        {
            await with.Country.DoAsync(new { what = "clock", seconds = 0 });
        }
    }

    [Fact]
    public async Task Keys_ThatChanged_AreFoundAtTheFirstSignIn()
    {
        var (known, _, subject) = await with.JoinAsync(with.Region);
        known.Dispose();
        await with.Region.DoAsync(new { what = "rotate" });
        using var visitor = with.Site.Visit();

        await visitor.ThroughAsync(with.Region, subject);

        Assert.Equal("/mijn", visitor.Here);
    }

    [Fact]
    public async Task Provider_ThatNamesItselfDifferently_IsNotTrusted()
    {
        using var visitor = with.Site.Visit();
        var page = await visitor.OpenAsync("/inloggen/vermomd");
        Assert.Equal("We vertrouwen het antwoord van Vermomd niet", page.Heading());
    }

    [Fact]
    public async Task Answer_UsedTwice_OrInAnotherBrowser_IsRefused()
    {
        var subject = await with.Country.PersonAsync();
        using var visitor = with.Site.Visit();
        var form = await visitor.OpenAsync($"/inloggen/{with.Country.Key}");
        using var fields = new FormUrlEncodedContent([new("login", subject), new("do", "in")]);
        var before = visitor.Cookies.ToList();
        using var resume = await visitor.RawAsync(HttpMethod.Post, form.Forms[0].GetAttribute("action")!, fields);
        using var back = await visitor.RawAsync(HttpMethod.Get, resume.Headers.Location!.OriginalString);
        var answer = back.Headers.Location!.OriginalString;
        Assert.Contains("/terug?code=", answer, StringComparison.Ordinal);

        using var thief = with.Site.Visit();
        Assert.Equal(Used, (await thief.OpenAsync(answer)).Heading());
        await thief.AssertInAsync(false);

        Assert.Equal("Maak een account", (await visitor.OpenAsync(answer)).Heading());
        Assert.Equal(Used, (await visitor.OpenAsync(answer)).Heading());

        // With the cookies of before, the code itself is used up at the provider.
        using var copied = with.Site.Visit();
        copied.Keep(before);
        Assert.Equal(Used, (await copied.OpenAsync(answer)).Heading());
        Assert.Equal(Used, (await copied.OpenAsync($"/inloggen/{with.Country.Key}/terug?code=x&state=y&iss={Uri.EscapeDataString(with.Country.Address)}")).Heading());
    }

    [Fact]
    public async Task Answer_OfAnotherProvider_IsNotTrusted()
    {
        using var visitor = with.Site.Visit();
        await visitor.OpenAsync($"/inloggen/{with.Country.Key}");
        var back = $"/inloggen/{with.Country.Key}/terug?code=x&state=y";
        Assert.Equal(NotTrusted, (await visitor.OpenAsync($"{back}&iss={Uri.EscapeDataString(with.Region.Address)}")).Heading());
        Assert.Equal(NotTrusted, (await visitor.OpenAsync(back)).Heading());
    }

    [Fact]
    public async Task Person_WhoStops_ReadsWhatNow()
    {
        using var visitor = with.Site.Visit();
        var page = await visitor.SubmitAsync($"/en/inloggen/{with.Country.Key}", "Stop");
        Assert.StartsWith($"/en/inloggen/{with.Country.Key}/mislukt", visitor.Here, StringComparison.Ordinal);
        Assert.Equal("You are not signed in at Landelijk", page.Heading());
    }

    [Fact]
    public async Task Provider_ThatIsDown_LeavesTheRestOfTheSiteAsItIs()
    {
        using var visitor = with.Site.Visit();
        Assert.Equal("Storing antwoordt niet goed", (await visitor.OpenAsync($"/inloggen/{with.Dead.Key}")).Heading());
        Assert.Equal("Inloggen", (await visitor.OpenAsync("/inloggen")).Heading());

        var subject = await with.Country.PersonAsync();
        foreach (var path in (string[])["/token", "/me"])
        {
            await with.Country.DoAsync(new { what = "down", path });
            try
            {
                Assert.Equal("Landelijk antwoordt niet goed", (await visitor.ThroughAsync(with.Country, subject)).Heading());
            }
            finally
            {
                await with.Country.DoAsync(new { what = "down" });
            }

            visitor.Forget("_session");
        }

        await visitor.ThroughAsync(with.Country, subject);
        Assert.Contains("/verder", visitor.Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_TellsWhatWentWrong_WithoutTokensAndAddresses()
    {
        using var log = new KeptLog();
        with.Site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var subject = await with.Country.PersonAsync();
        using var visitor = with.Site.Visit();
        await with.Country.DoAsync(new { what = "forge", by = "stranger" });
        try
        {
            await visitor.ThroughAsync(with.Country, subject);
        }
        finally
        {
            await with.Country.DoAsync(new { what = "forge" });
        }

        Assert.Contains(log.Lines, line => line.Contains("Signing in by landelijk failed: NotTrusted", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(subject, StringComparison.Ordinal) || line.Contains("eyJ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/inloggen/onbekend")]
    [InlineData("/inloggen/onbekend/verder")]
    [InlineData("/inloggen/onbekend/mislukt")]
    [InlineData("/inloggen/onbekend/uitgelogd")]
    public async Task Get_OfAnUnknownProvider_IsNotFound(string path)
    {
        using var visitor = with.Site.Visit();
        await visitor.OpenAsync(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Continue_WithoutHavingBeenThere_SaysToBeginAgain()
    {
        using var visitor = with.Site.Visit();
        Assert.Equal(Used, (await visitor.OpenAsync($"/inloggen/{with.Country.Key}/verder")).Heading());
        using var person = await with.Site.AsAsync(await with.Site.PersonAsync(), secondFactor: false);
        Assert.NotNull((await person.OpenAsync($"/mijn/beveiliging/inlogdiensten/{with.Country.Key}")).QuerySelector("[name=login]"));
    }
}

using System.Buffers.Binary;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Parelmuur.Accounts.People;

namespace Parelmuur.Accounts.Tests.SignIn;

/// <summary>Signing in and what a session is worth.</summary>
public sealed class IndexPageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Fact]
    public async Task Post_ThatFails_SaysTheSameWhetherThereIsAnAccountAPasswordOrALock()
    {
        const string Unknown = "niemand@nergens.example", WithoutPassword = "samira.yildiz@voorbeeld.example";
        var person = await site.PersonAsync();
        await using (var scope = site.Services.CreateAsyncScope())
            Assert.True(await scope.ServiceProvider.GetRequiredService<AccountsDb>().People.AnyAsync(each => each.Email == WithoutPassword && each.PasswordHash == null));
        using var visitor = site.Visit();
        HashSet<string> answers = [];

        foreach (var email in (string[])[Unknown, WithoutPassword, person.Email])
        {
            for (var attempt = 0; attempt < 6; attempt++)
                answers.Add((await FailAsync(visitor, email, "zomaar een wachtwoord")).Replace(email, "", StringComparison.Ordinal));
        }

        Assert.Contains("Je e-mailadres of wachtwoord klopt niet", Assert.Single(answers), StringComparison.Ordinal);
        var page = await visitor.SubmitAsync(
            await visitor.OpenAsync("/inloggen"), "Log in", HttpStatusCode.BadRequest, ("Form.Email", Unknown), ("Form.Password", "zomaar een wachtwoord"));
        Assert.Equal(Unknown, page.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Get_OnTheWayToAPage_SaysWhyOneMustSignIn()
    {
        const string Why = "Log in om verder te gaan.";
        using var visitor = site.Visit();
        Assert.Contains(Why, (await visitor.OpenAsync("/mijn/profiel")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, (await visitor.OpenAsync("/inloggen")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutTheTokenOfTheForm_IsRefused()
    {
        using var visitor = site.Visit();
        using var form = new FormUrlEncodedContent([new("Form.Email", "a@b.example"), new("Form.Password", "x")]);

        using var answer = await visitor.RawAsync(HttpMethod.Post, "/inloggen", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Mine_WithoutSession_SendsToSignInAndBack()
    {
        using var visitor = site.Visit();

        await visitor.OpenAsync("/mijn");
        Assert.Contains("/inloggen?terug=%2Fmijn", visitor.Here, StringComparison.Ordinal);
        var mine = await visitor.SubmitAsync(visitor.Here, "Log in als Samira Yıldız");

        Assert.Equal("/mijn", visitor.Here);
        Assert.Equal("Hallo Samira Yıldız", mine.QuerySelector("h1")!.TextContent);
        Assert.Contains("Je werkt voor Zutphen", mine.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithAnAddressElsewhereToGoTo_StaysOnTheSite()
    {
        using var visitor = site.Visit();

        await visitor.SubmitAsync("/inloggen?terug=https%3A%2F%2Fevil.example%2F", "Log in als Samira Yıldız");

        Assert.Equal("/mijn", visitor.Here);
    }

    [Fact]
    public async Task Cookie_IsSafeAndHoldsNothingButAKey()
    {
        using var visitor = site.Visit();
        var page = await visitor.OpenAsync("/inloggen");
        var token = page.QuerySelector("[name='formulier']")!.GetAttribute("value")!;
        var person = page.QuerySelector("button[name='person']")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("formulier", token), new("person", person)]);

        using var answer = await visitor.RawAsync(HttpMethod.Post, "/inloggen?handler=Sample", form);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), each => each.StartsWith("__Host-parelmuur=", StringComparison.Ordinal));
        Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Session_ThatIsRemoved_EndsAtOnce()
    {
        using var visitor = await site.AsAsync("Lotte Kramer");
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var lotte = await db.People.SingleAsync(person => person.FullName == "Lotte Kramer");
        await db.Sessions.Where(session => session.Person == lotte.Id).ExecuteDeleteAsync();

        await visitor.OpenAsync("/mijn");

        Assert.StartsWith("/inloggen", visitor.Here[visitor.Here.IndexOf("/inloggen", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedInPages_AreForNobodyElse()
    {
        using var visitor = await site.AsAsync("Samira Yıldız");

        using var mine = await visitor.RawAsync(HttpMethod.Get, "/muur");
        Assert.Contains("no-store", mine.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.Contains("Samira", await mine.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Samira", await site.Client.GetStringAsync(new Uri("/muur", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheAccountForAWhile()
    {
        var person = await site.PersonAsync();
        using var visitor = site.Visit();
        for (var attempt = 0; attempt < 5; attempt++)
            await FailAsync(visitor, person.Email, "verkeerd wachtwoord");

        Assert.Contains("Wacht dan 15 minuten", await FailAsync(visitor, person.Email, NewPeople.Password), StringComparison.Ordinal);

        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AccountsDb>().People.Where(each => each.Id == person.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.LockoutEnd, TimeProvider.System.GetUtcNow().AddSeconds(-1)));
        }

        await visitor.SignInAsync(person);
        Assert.Equal("/mijn", visitor.Here);
    }

    [Fact]
    public async Task Hash_WithFewerRounds_IsMadeAgainAtTheNextSignIn()
    {
        var person = await site.PersonAsync();
        var old = new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = ParelmuurApp.HashRounds / 2 })).HashPassword(null!, NewPeople.Password);
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<AccountsDb>().People.AsNoTracking().Where(each => each.Id == person.Id);
        await people.ExecuteUpdateAsync(set => set.SetProperty(each => each.PasswordHash, old));

        using var visitor = await site.AsAsync(person, secondFactor: false);

        Assert.Equal("/mijn", visitor.Here);
        // After the kind of hash and of its function comes the number of rounds.
        var hash = Convert.FromBase64String((await people.SingleAsync()).PasswordHash!);
        Assert.Equal((uint)ParelmuurApp.HashRounds, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
    }

    [Fact]
    public async Task Form_ThatSomebodyElseLookedAtTwice_StillWorks()
    {
        using var looker = site.Visit();
        await looker.OpenAsync("/inloggen");
        await looker.OpenAsync("/inloggen");

        using var visitor = await site.AsAsync("Lotte Kramer");

        Assert.Equal("/mijn", visitor.Here);
    }

    [Fact]
    public async Task Token_OfAFormFromBeforeSigningIn_IsRefusedAfter()
    {
        using var visitor = site.Visit();
        var before = (await visitor.OpenAsync("/inloggen")).QuerySelector("input[name=formulier]")!.GetAttribute("value")!;
        await visitor.SubmitAsync("/inloggen", "Log in als Samira Yıldız");

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(before));
        var after = (await visitor.OpenAsync("/mijn/profiel")).QuerySelector("main input[name=formulier]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(after));

        async Task<HttpStatusCode> PostAsync(string token)
        {
            using var content = new FormUrlEncodedContent(
                [new("Form.FullName", "Samira Yıldız"), new("Form.Language", "nl"), new("Form.Rhythm", "Daily"), new("formulier", token)]);
            using var answer = await visitor.RawAsync(HttpMethod.Post, "/mijn/profiel", content);
            return answer.StatusCode;
        }
    }

    private static async Task<string> FailAsync(Visitor visitor, string email, string password) =>
        (await visitor.SubmitAsync(
            await visitor.OpenAsync("/inloggen"), "Log in", HttpStatusCode.BadRequest, ("Form.Email", email), ("Form.Password", password)))
        .QuerySelector("main")!.TextContent;
}

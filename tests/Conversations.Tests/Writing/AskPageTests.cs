using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;

namespace Parelmuur.Conversations.Tests.Writing;

/// <summary>Asking the users of a solution, and answering.</summary>
public sealed class AskPageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Joost = "joost.vanrijn@voorbeeld.example", Samira = "samira.yildiz@voorbeeld.example";

    [Fact]
    public async Task Question_GoesToAUserIsAnsweredAndStopsTheClock()
    {
        var solution = await site.SolutionAsync();
        using var asker = await site.AsAsync("Samira Yıldız");
        using var answerer = await site.AsAsync("Joost van Rijn");
        var (question, answer) = (Talk.Unique("Werkt dit ook zonder zaaksysteem?"), Talk.Unique("Ja, dat doen wij."));

        var ask = await asker.OpenAsync($"/oplossingen/{solution.Slug}/vraag");
        Assert.Contains("Joost van Rijn", ask.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var asked = await asker.WriteAsync($"/oplossingen/{solution.Slug}/vraag", question, "Stel mijn vraag");
        Assert.Contains("Je vraag is gesteld", asked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Antwoord verwacht vóór", asked.QuerySelector("section[aria-labelledby=vragen]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(question, (await asker.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);

        var mail = await site.MailAsync(Joost, question.Split(' ')[^1]);
        Assert.Contains("Samira Yıldız van Zutphen", mail.Text, StringComparison.Ordinal);
        Assert.Contains("omdat Deventer", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Vragen aan jou", (await answerer.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
        await answerer.WriteAsync(mail.Link, answer, "Plaats mijn antwoord");

        using var reader = site.Visit();
        var thread = await ThreadAsync(reader, solution, question);
        Assert.Contains(answer, thread, StringComparison.Ordinal);
        Assert.Contains("Joost van Rijn", thread, StringComparison.Ordinal);
        Assert.DoesNotContain("Antwoord verwacht", thread, StringComparison.Ordinal);
        Assert.Contains(solution.Slug, (await site.MailAsync(Samira, answer.Split(' ')[^1])).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(question, (await answerer.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_ToWhoWantsNoMail_WaitsOnTheSiteOnly()
    {
        await using var own = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var (solution, text) = (await own.SolutionAsync(), Talk.Unique("Wat kost dit?"));
        await own.ChooseAsync("Joost van Rijn", MailRhythm.Never);
        using var asker = await own.AsAsync("Samira Yıldız");
        using var answerer = await own.AsAsync("Joost van Rijn");

        await asker.WriteAsync($"/oplossingen/{solution.Slug}/vraag", text, "Stel mijn vraag");
        var question = await answerer.OpenAsync("/mijn");
        Assert.Contains(text, question.Body!.TextContent, StringComparison.Ordinal);
        var link = question.QuerySelectorAll("main a").Select(each => each.GetAttribute("href")!).First(each => each.EndsWith("/antwoord", StringComparison.Ordinal));
        await answerer.WriteAsync(link, Talk.Unique("Niets."), "Plaats mijn antwoord");

        // The answer was mailed after the question would have been.
        await own.MailAsync(Samira, "Niets.");
        Assert.DoesNotContain(Directory.GetFiles(own.MailFolder, "*.eml"), file => File.ReadAllText(file).Contains($"<{Joost}>", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task Post_AfterTheSessionEnded_GivesTheTextBack_AndSendsItAfterSigningIn(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        var (solution, text) = (await own.SolutionAsync(), Talk.Unique("Wat kost dit per inwoner?"));
        using var asker = await own.AsAsync("Samira Yıldız");
        var form = await asker.OpenAsync($"/oplossingen/{solution.Slug}/vraag");
        await own.AskAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM accounts_sessions"));

        var away = await asker.SubmitAsync(form, "Bekijk het eerst", HttpStatusCode.Unauthorized, ("Form.Text", text));
        Assert.Equal("Log opnieuw in", away.QuerySelector("h1")!.TextContent);
        Assert.Contains(text, away.QuerySelector("form p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(away.QuerySelectorAll("main a[target=_blank]"), link => link.GetAttribute("href") == "/inloggen");

        // As on another tab of the same browser.
        await asker.SubmitAsync("/inloggen", "Log in als Samira Yıldız");
        var seen = await asker.SubmitAsync(away, "Verstuur het nog eens", HttpStatusCode.OK);
        Assert.Contains(text, seen.Body!.TextContent, StringComparison.Ordinal);
        await asker.SubmitAsync(seen, "Stel mijn vraag", HttpStatusCode.OK);
        Assert.Contains(text, (await asker.OpenAsync($"/oplossingen/{solution.Slug}")).Body!.TextContent, StringComparison.Ordinal);

        // Who only pressed a button loses nothing and is asked to sign in at once.
        using var nobody = own.Visit();
        using var empty = new FormUrlEncodedContent([]);
        using var answer = await nobody.RawAsync(HttpMethod.Post, $"/oplossingen/{solution.Slug}/vraag", empty);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Answer_IsTakenOverIntoTheText_ByWhoLooksAfterIt()
    {
        await using var own = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var (solution, text, answer) = (await own.SolutionAsync(), Talk.Unique("Hoe lang duurt het?"), Talk.Unique("Een middag per wijk."));
        var (samira, id) = (await own.IdOfAsync("Samira Yıldız"), solution.Id.Value);
        await own.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE catalogue_solutions SET steward_person = {samira.Value} WHERE id = {id}"));
        using var asker = await own.AsAsync("Samira Yıldız");
        using var answerer = await own.AsAsync("Joost van Rijn");
        await asker.WriteAsync($"/oplossingen/{solution.Slug}/vraag", text, "Stel mijn vraag");
        await answerer.WriteAsync((await own.MailAsync(Joost, text.Split(' ')[^1])).Link, answer, "Plaats mijn antwoord");

        var link = (await asker.OpenAsync($"/oplossingen/{solution.Slug}")).QuerySelectorAll("a")
            .Single(each => each.TextContent.StartsWith("Neem over in de tekst", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.DoesNotContain("Neem over in de tekst", (await answerer.OpenAsync($"/oplossingen/{solution.Slug}")).Body!.TextContent, StringComparison.Ordinal);
        var form = await asker.OpenAsync(link);
        Assert.Contains("Het antwoord van Joost van Rijn staat onderaan", form.Body!.TextContent, StringComparison.Ordinal);
        await asker.SubmitAsync(form, "Bewaar de wijziging", HttpStatusCode.OK);

        var page = (await asker.OpenAsync($"/oplossingen/{solution.Slug}")).QuerySelector(".pm-detailkop")!.TextContent;
        Assert.Contains(answer, page, StringComparison.Ordinal);
        Assert.Contains("Antwoord van Joost van Rijn", page, StringComparison.Ordinal);
        await answerer.OpenAsync(link, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_WithoutText_AsksForItAndStoresNothing()
    {
        var solution = await site.SolutionAsync();
        using var asker = await site.AsAsync("Lotte Kramer");

        var page = await asker.SubmitAsync(
            await asker.OpenAsync($"/oplossingen/{solution.Slug}/vraag"), "Bekijk het eerst", HttpStatusCode.BadRequest, ("Form.Text", " "));

        Assert.StartsWith("Fout:", page.Title, StringComparison.Ordinal);
        Assert.Contains("Schrijf eerst iets op", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ThatIsTooLong_KeepsWhatWasTyped()
    {
        var solution = await site.SolutionAsync();
        using var asker = await site.AsAsync("Lotte Kramer");
        var text = new string('x', 4001);

        var page = await asker.SubmitAsync(
            await asker.OpenAsync($"/oplossingen/{solution.Slug}/vraag"), "Bekijk het eerst", HttpStatusCode.BadRequest, ("Form.Text", text));

        Assert.Contains("hoogstens 4.000 tekens", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
    }

    [Fact]
    public async Task Preview_StoresNothing_AndGoesBackToTheText()
    {
        var solution = await site.SolutionAsync();
        using var asker = await site.AsAsync("Samira Yıldız");
        var text = Talk.Unique("Een **vette** vraag\n\nop twee regels");

        var preview = await asker.SubmitAsync($"/oplossingen/{solution.Slug}/vraag", "Bekijk het eerst", ("Form.Text", text));
        Assert.Equal("vette", preview.QuerySelector("main form strong:not(.pm-persoon strong)")!.TextContent);
        var again = await asker.SubmitAsync(preview, "Verander de tekst", HttpStatusCode.OK);

        Assert.Equal(text, again.QuerySelector("textarea")!.TextContent.TrimStart('\n').ReplaceLineEndings("\n"));
        await using var scope = site.Services.CreateAsyncScope();
        Assert.False(await scope.ServiceProvider.GetRequiredService<ConversationsDb>().Contributions.AnyAsync(each => each.Text == text));
    }

    [Theory]
    [InlineData("/oplossingen/{0}/vraag")]
    [InlineData("/oplossingen/{0}/reactie")]
    public async Task Writing_IsForMembersOnly(string path)
    {
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, (await site.SolutionAsync()).Slug);
        using var anonymous = site.Visit();
        await anonymous.OpenAsync(address);
        Assert.Contains("/inloggen?terug=", anonymous.Here, StringComparison.Ordinal);

        using var withoutOrganisation = await site.AsAsync("Rosa Blom");
        await withoutOrganisation.OpenAsync(address, HttpStatusCode.Forbidden);
        using var reader = await site.AsAsync("Lotte Kramer");
        Assert.NotNull((await reader.OpenAsync(address)).QuerySelector("textarea"));
    }

    [Theory]
    [InlineData("/oplossingen/bestaat-niet/vraag")]
    [InlineData("/oplossingen/bestaat-niet/reactie")]
    [InlineData("/bijdragen/00000000-0000-0000-0000-000000000001/antwoord")]
    [InlineData("/bijdragen/00000000-0000-0000-0000-000000000001/wijzig")]
    [InlineData("/bijdragen/00000000-0000-0000-0000-000000000001/meld")]
    [InlineData("/bijdragen/geen-id/meld")]
    public async Task Unknown_IsNotFound(string path)
    {
        using var member = await site.AsAsync("Samira Yıldız");

        await member.OpenAsync(path, HttpStatusCode.NotFound);
    }

    private static async Task<string> ThreadAsync(Visitor visitor, Catalogue.SolutionCard solution, string start)
    {
        // A page for everyone comes from the cache until the feed has read the change.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var page = await visitor.SolutionPageAsync(solution);
            var thread = page.QuerySelectorAll("section[aria-labelledby=vragen] > section")
                .FirstOrDefault(each => each.TextContent.Contains(start, StringComparison.Ordinal));
            if (thread is not null && thread.TextContent.Contains("1 antwoord", StringComparison.Ordinal))
                return thread.TextContent;
            await again.WaitForNextTickAsync(limit.Token);
        }
    }
}

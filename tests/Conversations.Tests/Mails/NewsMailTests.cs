using System.Net;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Tests.Mails;

namespace Parelmuur.Conversations.Tests.Mails;

/// <summary>Mail about what people follow: at the chosen rhythm, with everything in it, readable, and easy to stop.</summary>
public sealed class NewsMailTests
{
    private const string Lotte = "lotte.kramer@voorbeeld.example", Femke = "femke.deboer@voorbeeld.example";

    [Theory, OnEachDatabase]
    public async Task Mail_AtEachRhythm_BundlesAndCanBeStoppedWithoutSigningIn(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var solution = await site.SolutionAsync();
        using var lotte = await site.AsAsync("Lotte Kramer");
        using var femke = await site.AsAsync("Femke de Boer");
        await site.ChooseAsync("Lotte Kramer", MailRhythm.Direct);
        await site.ChooseAsync("Femke de Boer", MailRhythm.Never);
        await lotte.FollowAsync(Followable.Solution, solution.Id);
        await femke.FollowAsync(Followable.Solution, solution.Id);
        var samira = await site.PersonAsync("Samira Yıldız", "zutphen", MembershipRole.Contributor);
        var (first, second) = (Talk.Unique("Eerste"), Talk.Unique("Tweede"));
        await site.CommentAsync(samira, solution, first);
        await site.CommentAsync(samira, solution, second);
        await lotte.ToldAsync(second);
        var now = TimeProvider.System.GetUtcNow();

        await site.MailNewsAsync(now);
        Assert.All(await site.NotificationsAsync("Lotte Kramer"), each => Assert.Null(each.Mailed));
        await site.MailNewsAsync(now.AddMinutes(6));
        await site.MailNewsAsync(now.AddMinutes(12));

        var (text, _) = await site.MailAsync(Lotte, second[^32..]);
        Assert.Contains(first[^32..], text, StringComparison.Ordinal);
        Assert.Contains(solution.Title.Split(' ')[0], text, StringComparison.Ordinal);
        Assert.Contains($"/oplossingen/{solution.Slug}#bijdrage-", text, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", text, StringComparison.Ordinal);
        Assert.Equal(1, Directory.GetFiles(site.MailFolder, "*.eml").Count(file => File.ReadAllText(file).Contains($"<{Lotte}>", StringComparison.Ordinal)));
        Assert.All(await site.NotificationsAsync("Femke de Boer"), each => Assert.NotNull(each.Mailed));
        Assert.DoesNotContain(Directory.GetFiles(site.MailFolder, "*.eml"), file => File.ReadAllText(file).Contains($"<{Femke}>", StringComparison.Ordinal));

        // As a mail program does it: one bare POST, without a cookie or a page.
        using var program = site.Visit();
        var links = System.Text.RegularExpressions.Regex.Matches(text, @"https?://[^/\s]+(/afmelden/[\w-]+)").Select(each => each.Groups[1].Value).Distinct().ToList();
        Assert.Equal(2, links.Count);
        var all = System.Text.RegularExpressions.Regex.Match(text, @"List-Unsubscribe:\s*<https?://[^/\s]+(/afmelden/[\w-]+)>").Groups[1].Value;
        var one = links.Single(link => link != all);
        using (var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))
        using (var answer = await program.RawAsync(HttpMethod.Post, one, body))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Je volgt nog niets", (await lotte.OpenAsync("/mijn/volgt")).Body!.TextContent, StringComparison.Ordinal);

        // As a person does it: look, press, and think again.
        var asked = await program.OpenAsync(all);
        Assert.Contains("Wil je geen mail meer", asked.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(MailRhythm.Direct, await RhythmAsync(lotte));
        var stopped = await program.SubmitAsync(asked, "Ja, meld me af", HttpStatusCode.OK);
        Assert.Equal(MailRhythm.Never, await RhythmAsync(lotte));
        await program.SubmitAsync(stopped, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Equal(MailRhythm.Direct, await RhythmAsync(lotte));

        Assert.Contains("Deze link werkt niet meer", (await program.OpenAsync("/afmelden/verzonnen")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_OfADay_HasEverythingAlsoWhatWasRead()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var solution = await site.SolutionAsync();
        using var lotte = await site.AsAsync("Lotte Kramer");
        await lotte.FollowAsync($"/oplossingen/{solution.Slug}");
        using var samira = await site.AsAsync("Samira Yıldız");
        var text = Talk.Unique("Gelezen");
        await samira.WriteAsync($"/oplossingen/{solution.Slug}/reactie", text, "Plaats mijn reactie");
        await lotte.ToldAsync(text);
        await lotte.SubmitAsync("/mijn/berichten", "Markeer alles als gelezen");

        await site.MailNewsAsync(TimeProvider.System.GetUtcNow().AddDays(1));

        Assert.Contains("Samira", (await site.MailAsync(Lotte, text[^32..])).Text, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Mail_WhenThatOfOneCannotBeWritten_ReachesTheOthersAndWaits(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var solution = await site.SolutionAsync();
        var samira = await site.PersonAsync("Samira Yıldız", "zutphen", MembershipRole.Contributor);
        (string Name, string Email)[] both = [("Lotte Kramer", Lotte), ("Femke de Boer", Femke)];
        foreach (var (name, _) in both)
        {
            using var follower = await site.AsAsync(name);
            await follower.FollowAsync(Followable.Solution, solution.Id);
        }

        // Each in turn, so that the one in trouble is also the first of the round.
        foreach (var (broken, well) in new[] { (both[0], both[1]), (both[1], both[0]) })
        {
            await site.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE accounts_people SET email = {"geen adres"} WHERE full_name = {broken.Name}"));
            var text = Talk.Unique("Nieuws");
            await site.CommentAsync(samira, solution, text);
            await Follower.UntilAsync(async () => await WaitingAsync(broken.Name) > 0 && await WaitingAsync(well.Name) > 0);

            await site.MailNewsAsync(TimeProvider.System.GetUtcNow().AddDays(1));

            await site.MailAsync(well.Email, text[^32..]);
            Assert.Equal(0, await WaitingAsync(well.Name));
            Assert.NotEqual(0, await WaitingAsync(broken.Name));
            await site.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE accounts_people SET email = {broken.Email} WHERE full_name = {broken.Name}"));
        }

        async Task<int> WaitingAsync(string name) => (await site.NotificationsAsync(name)).Count(each => each.Mailed is null);
    }

    [Fact]
    public async Task Digest_ThroughARealServer_ArrivesThoughOthersAreSlowOrRefused()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await ParelmuurApp.StartAsync(
            DatabaseKind.Sqlite, settings: ["--Mail:Host=127.0.0.1", $"--Mail:Port={server.Port}", "--Mail:From=muur@parelmuur.example"]);
        var solution = await site.SolutionAsync();
        foreach (var (name, address) in new[] { ("Femke de Boer", "traag@deventer.nl"), ("Joost van Rijn", "weg@deventer.nl"), ("Lotte Kramer", "lotte@leiden.nl") })
        {
            await site.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE accounts_people SET email = {address} WHERE full_name = {name}"));
            using var follower = await site.AsAsync(name);
            await follower.FollowAsync($"/oplossingen/{solution.Slug}");
        }

        using var samira = await site.AsAsync("Samira Yıldız");
        var text = Talk.Unique("Voor iedereen");
        await samira.WriteAsync($"/oplossingen/{solution.Slug}/reactie", text, "Plaats mijn reactie");
        using var lotte = await site.AsAsync("Lotte Kramer");
        await lotte.ToldAsync(text);

        await site.MailNewsAsync(TimeProvider.System.GetUtcNow().AddDays(1));

        string[] happened = ["", ""];
        for (var at = 0; at < happened.Length; at++)
        {
            var each = await server.NextAsync();
            happened[at] = each.GetProperty("what").GetString()!;
            if (happened[at] != "mail")
                continue;
            var mail = each.GetProperty("mail");
            Assert.Equal("lotte@leiden.nl", each.GetProperty("to")[0].GetString());
            Assert.Contains(text[^32..], mail.GetProperty("text").GetString()!, StringComparison.Ordinal);
            Assert.False(mail.TryGetProperty("html", out _));
            Assert.Equal("List-Unsubscribe=One-Click", mail.GetProperty("headers").GetProperty("list-unsubscribe-post").GetString());
            Assert.Contains("/afmelden/", mail.GetProperty("headers").GetProperty("list-unsubscribe").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(["held", "mail"], happened.Order(StringComparer.Ordinal));
        await server.StopAsync();
    }

    private static async Task<MailRhythm> RhythmAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync("/mijn/profiel");
        return Enum.Parse<MailRhythm>(page.QuerySelector("input[name='Form.Rhythm'][checked]")!.GetAttribute("value")!);
    }
}

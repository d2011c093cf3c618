using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Tests.Moderation;

/// <summary>Reporting, and what editors decide.</summary>
public sealed class DeskTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Fact]
    public async Task Report_LeadsToHiding_WithTheReasonInPlaceOfTheText()
    {
        var solution = await site.SolutionAsync();
        var comment = await PutCommentAsync("Koop nu bij mijn zwager");
        using var reporter = await site.AsAsync("Rosa Blom");
        using var editor = await site.AsAsync("Eva Mulder");
        var reason = Talk.Unique("Dit is reclame.");

        var thanks = await reporter.SubmitAsync($"/bijdragen/{comment.Id}/meld", "Meld dit bij de redactie", ("Form.Reason", "Reclame!"));
        Assert.Contains("De redactie kijkt ernaar", thanks.Body!.TextContent, StringComparison.Ordinal);
        await reporter.SubmitAsync($"/bijdragen/{comment.Id}/meld", "Meld dit bij de redactie", ("Form.Reason", "Nog eens"));
        Assert.Contains("wacht", (await editor.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await editor.OpenAsync("/redactie")).QuerySelector($"main a[href='/beheer/meldingen/{comment.Id}']"));
        var desk = await editor.OpenAsync("/beheer/meldingen");
        var line = desk.QuerySelectorAll("main li").Single(each => each.TextContent.Contains(comment.Text, StringComparison.Ordinal));
        Assert.Contains("1 melding ", line.TextContent, StringComparison.Ordinal);

        var decide = await editor.OpenAsync(line.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("Reclame!", decide.Body!.TextContent, StringComparison.Ordinal);
        var empty = await editor.SubmitAsync(decide, "Verberg deze bijdrage", HttpStatusCode.BadRequest);
        Assert.Contains("Schrijf waarom je dit verbergt", empty.Body!.TextContent, StringComparison.Ordinal);
        var after = await editor.SubmitAsync(empty, "Verberg deze bijdrage", HttpStatusCode.OK, ("Form.Reason", reason));

        Assert.DoesNotContain(comment.Text, after.Body!.TextContent, StringComparison.Ordinal);
        var shown = (await editor.SolutionPageAsync(solution)).QuerySelector($"#bijdrage-{comment.Id}")!.TextContent;
        Assert.Contains($"Verborgen door de redactie: {reason}", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(comment.Text, shown, StringComparison.Ordinal);
        var mail = await site.MailAsync("lotte.kramer@voorbeeld.example", reason.Split(' ')[^1]);
        Assert.Contains("bijdrage", mail.Text, StringComparison.Ordinal);
        await reporter.OpenAsync($"/bijdragen/{comment.Id}/meld", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Report_CanBeDismissed_AndTheTextStays()
    {
        var solution = await site.SolutionAsync();
        var comment = await PutCommentAsync("Niets mis mee");
        using var reporter = await site.AsAsync("Samira Yıldız");
        using var editor = await site.AsAsync("Eva Mulder");
        await reporter.SubmitAsync($"/bijdragen/{comment.Id}/meld", "Meld dit bij de redactie", ("Form.Reason", "Mwah"));

        var after = await editor.SubmitAsync($"/beheer/meldingen/{comment.Id}", "Laat dit staan");

        Assert.Contains("De bijdrage blijft staan", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(comment.Text, (await editor.SolutionPageAsync(solution)).Body!.TextContent, StringComparison.Ordinal);
        await using var scope = site.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<ConversationsDb>().Reports.SingleAsync(each => each.Contribution == comment.Id);
        Assert.False(report.Upheld);
        Assert.NotNull(report.Decided);
    }

    [Fact]
    public async Task Report_WithoutReason_AsksForIt()
    {
        var comment = await PutCommentAsync("Gewoon");
        using var reporter = await site.AsAsync("Samira Yıldız");

        var page = await reporter.SubmitAsync(
            await reporter.OpenAsync($"/bijdragen/{comment.Id}/meld"), "Meld dit bij de redactie", HttpStatusCode.BadRequest);

        Assert.Contains("Schrijf op wat er mis is", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_IsForEditorsOnly()
    {
        var comment = await PutCommentAsync("Voor de redactie");
        using var anonymous = site.Visit();
        foreach (var path in (string[])["/beheer/meldingen", $"/beheer/meldingen/{comment.Id}"])
        {
            await anonymous.OpenAsync(path);
            Assert.Contains("/inloggen?terug=", anonymous.Here, StringComparison.Ordinal);
            foreach (var name in (string[])["Omar Bensaïd", "Pim Hendriks", "Rosa Blom"])
            {
                using var other = await site.AsAsync(name);
                await other.OpenAsync(path, HttpStatusCode.NotFound);
            }
        }

        using var editor = await site.AsAsync("Eva Mulder");
        await editor.OpenAsync($"/beheer/meldingen/{Guid.NewGuid()}", HttpStatusCode.NotFound);
    }

    private async Task<Contribution> PutCommentAsync(string text)
    {
        var lotte = await site.PersonAsync("Lotte Kramer", "leiden", MembershipRole.Reader);
        var comment = Contribution.Comment((await site.SolutionAsync()).Id, Talk.Unique(text), lotte, TimeProvider.System.GetUtcNow());
        await site.PutAsync(comment);
        return comment;
    }
}

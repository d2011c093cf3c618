using System.Net;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Tests.Writing;

/// <summary>Commenting, and changing it for a quarter of an hour.</summary>
public sealed class EditPageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Fact]
    public async Task Comment_CanBeChangedByItsAuthorOnly()
    {
        var solution = await site.SolutionAsync();
        using var author = await site.AsAsync("Lotte Kramer");
        using var other = await site.AsAsync("Samira Yıldız");
        var (text, better) = (Talk.Unique("Wij stopten ermee."), Talk.Unique("Wij stopten ermee in mei."));

        await author.WriteAsync($"/oplossingen/{solution.Slug}/reactie", text, "Plaats mijn reactie");
        var comment = await site.ContributionAsync(text);
        Assert.NotNull((await author.SolutionPageAsync(solution)).QuerySelector($"a[href='/bijdragen/{comment.Id}/wijzig']"));
        Assert.Null((await other.SolutionPageAsync(solution)).QuerySelector($"a[href='/bijdragen/{comment.Id}/wijzig']"));
        await other.OpenAsync($"/bijdragen/{comment.Id}/wijzig", HttpStatusCode.NotFound);

        var edit = await author.OpenAsync($"/bijdragen/{comment.Id}/wijzig");
        Assert.Equal(text, edit.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
        var page = await author.WriteAsync($"/bijdragen/{comment.Id}/wijzig", better, "Bewaar de wijziging");

        Assert.Contains(better, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("daarna gewijzigd", page.QuerySelector($"#bijdrage-{comment.Id}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comment_OfLongerAgo_StaysAsItWas()
    {
        var solution = await site.SolutionAsync();
        var lotte = await site.PersonAsync("Lotte Kramer", "leiden", MembershipRole.Reader);
        var old = Contribution.Comment(solution.Id, Talk.Unique("Van gisteren"), lotte, TimeProvider.System.GetUtcNow().AddMinutes(-16));
        await site.PutAsync(old);
        using var author = await site.AsAsync("Lotte Kramer");

        Assert.Null((await author.SolutionPageAsync(solution)).QuerySelector($"a[href='/bijdragen/{old.Id}/wijzig']"));
        var preview = await author.SubmitAsync($"/bijdragen/{old.Id}/wijzig", "Bekijk het eerst", ("Form.Text", "Anders"));
        var refused = await author.SubmitAsync(preview, "Bewaar de wijziging", HttpStatusCode.BadRequest);

        Assert.Contains("tot 15 minuten na het plaatsen", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(old.Text, (await site.ContributionAsync(old.Text)).Text);
    }
}

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>A page for somebody who is signed in asks the database three times at most, the look at the session included.</summary>
/// <remarks>
/// Sections that ask side by side go in one round trip: see <c>AskTogether</c>. That counts on PostgreSQL; SQLite has no trip to make.
/// </remarks>
public sealed class QuestionsTests(PostgresApp started) : IClassFixture<PostgresApp>
{
    private const int AtMost = 3, Visits = 4;

    [PostgresTheory]
    [InlineData("Samira Yıldız")]
    [InlineData("Omar Bensaïd")]
    [InlineData("Femke de Boer")]
    [InlineData("Eva Mulder")]
    [InlineData("Pim Hendriks")]
    [InlineData("Rosa Blom")]
    public async Task Page_ForWhoIsSignedIn_AsksThreeTimesAtMost(string name)
    {
        var site = started.Site;
        using var visitor = await site.AsAsync(name);
        List<string> wrong = [];
        foreach (var address in (await Address.AllAsync(site.Services)).Where(each => each.Page is not null))
        {
            var fewest = int.MaxValue;
            for (var visit = 0; visit < Visits && fewest > AtMost; visit++)
            {
                // Mail and readers of the ledger may ask something at the same time; they never make it less.
                var before = site.Questions.Number;
                using var answer = await visitor.RawAsync(HttpMethod.Get, address.Path);
                fewest = answer.IsSuccessStatusCode ? Math.Min(fewest, site.Questions.Number - before) : 0;
            }

            if (fewest > AtMost)
                wrong.Add($"{address.Path}: {fewest}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [PostgresFact]
    public async Task StillTrue_WhenNothingIsAskedThere_StillAsksThreeTimesAtMost()
    {
        const string path = "/mijn/organisatie/gebruik/klopt-nog";
        var site = started.Site;
        using var visitor = await site.AsAsync("Noor Willems");
        var fewest = int.MaxValue;
        for (var visit = 0; visit < Visits; visit++)
        {
            var before = site.Questions.Number;
            var page = await visitor.OpenAsync(path);
            fewest = Math.Min(fewest, site.Questions.Number - before);
            Assert.Empty(page.QuerySelectorAll("main tbody tr"));
        }

        Assert.InRange(fewest, 1, AtMost);
    }
}

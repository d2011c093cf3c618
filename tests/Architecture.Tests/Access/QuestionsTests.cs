namespace Parelmuur.Architecture.Tests.Access;

/// <summary>A page for somebody who is signed in asks the database three times at most, the look at the session included.</summary>
/// <remarks>Sections that ask side by side go in one round trip: see <c>AskTogether</c>.</remarks>
public sealed class QuestionsTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const int AtMost = 3, Visits = 4;

    /// <summary>Pages that ask more than they should, and how often. The list may only grow shorter.</summary>
    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        ["/mijn/beveiliging"] = 4,
        ["/oplossingen/vroegbel"] = 4,
        ["/oplossingen/vroegbel/fase"] = 4,
        ["/oplossingen/vroegbel/geschiedenis"] = 4,
        ["/oplossingen/vroegbel/overdragen"] = 5,
        ["/oplossingen/vroegbel/volgende-fase"] = 4,
        ["/oplossingen/vroegbel/vraag"] = 4,
    };

    [Theory]
    [InlineData("Samira Yıldız")]
    [InlineData("Omar Bensaïd")]
    [InlineData("Femke de Boer")]
    [InlineData("Eva Mulder")]
    [InlineData("Pim Hendriks")]
    [InlineData("Rosa Blom")]
    public async Task Page_ForWhoIsSignedIn_AsksThreeTimesAtMost(string name)
    {
        using var visitor = await site.AsAsync(name);
        List<string> wrong = [];
        foreach (var address in (await Address.AllAsync(site.Services)).Where(each => each.Page is not null))
        {
            var (fewest, atMost) = (int.MaxValue, Known.GetValueOrDefault(address.Path, AtMost));
            for (var visit = 0; visit < Visits && fewest > atMost; visit++)
            {
                // Mail and readers of the ledger may ask something at the same time; they never make it less.
                var before = site.Questions.Number;
                using var answer = await visitor.RawAsync(HttpMethod.Get, address.Path);
                fewest = answer.IsSuccessStatusCode ? Math.Min(fewest, site.Questions.Number - before) : 0;
            }

            if (fewest > atMost)
                wrong.Add($"{address.Path}: {fewest}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}

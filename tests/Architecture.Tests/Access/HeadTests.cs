namespace Parelmuur.Architecture.Tests.Access;

/// <summary>Who watches a site often asks only for the head of a page: it tells what the page itself would.</summary>
[Collection(WithSite.Name)]
public sealed class HeadTests(ParelmuurApp site)
{
    [Theory, InlineData(null), InlineData("Samira Yıldız"), InlineData("Pim Hendriks")]
    public async Task Head_OfAnyPage_HasTheStatusOfThePage(string? name)
    {
        using var visitor = name is null ? site.Visit() : await site.AsAsync(name);
        List<string> wrong = [];
        foreach (var path in (await Address.AllAsync(site.Services)).Where(each => each.Page is not null).Select(each => each.Path).Distinct())
        {
            using var page = await visitor.RawAsync(HttpMethod.Get, path, content: null);
            using var head = await visitor.RawAsync(HttpMethod.Head, path, content: null);
            if (page.StatusCode != head.StatusCode)
                wrong.Add($"{path}: {(int)page.StatusCode}, and {(int)head.StatusCode} for its head");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Searching;

namespace Parelmuur.Catalogue.Tests.Searching;

public sealed class MissedSearchesTests
{
    [Theory]
    [InlineData("  Zeekoeien\t in de  Gracht ", "zeekoeien in de gracht")]
    [InlineData("Súdwest", "sudwest")]
    [InlineData("wet 2024", "wet 2024")]
    [InlineData("jan@voorbeeld.nl", null)]
    [InlineData("06-12 34 56 78", null)]
    [InlineData("bsn 123456782", null)]
    [InlineData("kerkstraat 1, 2801 ab", null)]
    [InlineData("2801AB 12", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Kept_SaysNothingOfAPerson(string asked, string? kept) => Assert.Equal(kept, MissedSearch.Kept(asked));

    [Fact]
    public void Kept_WholeText_IsNoSearch() => Assert.Null(MissedSearch.Kept(new string('a', MissedSearch.TextLength + 1)));

    [Theory]
    [OnEachDatabase]
    public async Task Search_WithoutResult_IsCounted(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind, withSamples: false);
        foreach (var path in (string[])["/zoeken?q=Zeekoeienbad", "/api/v1/search?q=zeekoeienbad", "/zoeken?q=jan%40voorbeeld.nl"])
        {
            using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
        }

        var missed = site.Services.GetRequiredService<MissedSearches>();
        await missed.WriteAsync(CancellationToken.None);
        missed.Note("ZEEKOEIENBAD");
        await missed.WriteAsync(CancellationToken.None);

        await using var scope = site.Services.CreateAsyncScope();
        var row = Assert.Single(await scope.ServiceProvider.GetRequiredService<CatalogueDb>().MissedSearches.AsNoTracking().ToListAsync());
        Assert.Equal(("zeekoeienbad", 3), (row.Text, row.Times));
    }

    [Fact]
    public async Task Search_WithResult_IsNotCounted()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        foreach (var path in (string[])["/zoeken?q=vroegbel", "/zoeken?q=zeekoeienbad&fase=pareltje", "/zoeken"])
        {
            using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
        }

        await site.Services.GetRequiredService<MissedSearches>().WriteAsync(CancellationToken.None);

        await using var scope = site.Services.CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<CatalogueDb>().MissedSearches.CountAsync());
    }
}

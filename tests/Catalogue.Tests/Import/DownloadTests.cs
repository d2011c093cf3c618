using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Parelmuur.Catalogue.Import.Input;

namespace Parelmuur.Catalogue.Tests.Import;

/// <summary>What an import fetches from the web.</summary>
public sealed class DownloadTests
{
    [Fact]
    public async Task Address_ThatLeadsElsewhere_IsNotFollowed_AndSaysWhere()
    {
        await using var web = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]).Build();
        web.MapGet("/register", () => Results.Redirect("/geheim"));
        web.MapGet("/geheim", () => "wat van binnen is");
        await web.StartAsync();
        var address = web.Urls.Single();

        var fault = await Assert.ThrowsAsync<ImportFault>(() => Download.ToTemporaryFileAsync($"{address}/register", maxBytes: 1000, default));
        Assert.Contains($"stuurt door naar {address}/geheim.", fault.Message, StringComparison.Ordinal);

        var path = await Download.ToTemporaryFileAsync($"{address}/geheim", maxBytes: 1000, default);
        Assert.Equal("wat van binnen is", await File.ReadAllTextAsync(path));
        File.Delete(path);
    }
}

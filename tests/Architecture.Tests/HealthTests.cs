using System.Net;
using System.Text.Json;

namespace Parelmuur.Architecture.Tests;

/// <summary>What a proxy is told. How it goes when things die is in tests/Nodes.Tests.</summary>
[Collection(WithSite.Name)]
public sealed class HealthTests(ParelmuurApp site)
{
    [Theory]
    [InlineData("/health/live", 0)]
    [InlineData("/health/ready", 7)]
    public async Task Health_OfASiteThatServes_IsOk_AndSaysNothingElse(string path, int checks)
    {
        using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal((HttpStatusCode.OK, "ok"), (answer.StatusCode, told.GetProperty("status").GetString()));
        Assert.Equal(checks, told.GetProperty("checks").EnumerateObject().Count());
        Assert.All(told.GetProperty("checks").EnumerateObject(), check => Assert.Equal(JsonValueKind.Null, check.Value.GetProperty("reason").ValueKind));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }
}

using System.Net;
using Microsoft.Extensions.Options;

namespace Parelmuur.Architecture.Tests;

/// <summary>Somebody who found a weakness reads where to tell it.</summary>
public sealed class SecurityTextTests
{
    [Fact]
    public async Task SecurityText_NamesTheContactOfTheHost_AndHoldsForHalfAYear()
    {
        await using var site = await ParelmuurApp.StartAsync(
            DatabaseKind.Sqlite, withSamples: false, "--SecurityContact=veilig@gemeente.example", "--PublicAddress=https://parelmuur.example");

        using var answer = await site.Client.GetAsync(new Uri("/.well-known/security.txt", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/plain; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.StartsWith("Contact: mailto:veilig@gemeente.example\nExpires: ", text, StringComparison.Ordinal);
        Assert.Contains("\nCanonical: https://parelmuur.example/.well-known/security.txt\n", text, StringComparison.Ordinal);
        var expires = DateTimeOffset.Parse(text.Split('\n')[1]["Expires: ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(expires, TimeProvider.System.GetUtcNow().AddDays(150), TimeProvider.System.GetUtcNow().AddDays(365));
    }

    [Fact]
    public async Task SecurityText_WithoutAContact_IsNotThere_AndWithAWrongOneTheSiteDoesNotStart()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: false);
        using var answer = await site.Client.GetAsync(new Uri("/.well-known/security.txt", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await Assert.ThrowsAsync<OptionsValidationException>(() => ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: false, "--SecurityContact=bel ons"));
    }
}

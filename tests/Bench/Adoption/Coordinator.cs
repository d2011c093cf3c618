using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Parelmuur.Bench.Pages;
using Parelmuur.Kernel.People;

namespace Parelmuur.Bench.Adoption;

/// <summary>A coordinator who confirms: the form as it stands on the page.</summary>
internal sealed partial class Coordinator(HttpClient client, PersonId person) : SignedIn(client, person)
{
    /// <summary>The page with the form.</summary>
    public const string Path = "/mijn/organisatie/gebruik/klopt-nog";

    private List<KeyValuePair<string, string>> form = [];

    /// <summary>The solutions that the form asks about.</summary>
    public IReadOnlyList<SolutionId> Asked { get; private set; } = [];

    /// <summary>Opens the form.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> OpenAsync()
    {
        var watch = Stopwatch.StartNew();
        using var page = await SendAsync(HttpMethod.Get, Path, null);
        var html = await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        watch.Stop();
        Keep(page);
        form = Filled(html, button => button.Name == "all");
        Asked = [.. form.Where(field => field.Key.EndsWith(".Solution", StringComparison.Ordinal))
            .Select(field => new SolutionId(Guid.Parse(field.Value, CultureInfo.InvariantCulture)))];
        return watch.Elapsed;
    }

    /// <summary>Presses "De rest klopt allemaal", and reads what the next page says.</summary>
    public async Task<Pressed> ConfirmAsync()
    {
        using var content = new FormUrlEncodedContent(form);
        var watch = Stopwatch.StartNew();
        using var answer = await SendAsync(HttpMethod.Post, Path, content);
        var (post, status) = (watch.Elapsed, (int)answer.StatusCode);
        if (answer.Headers.Location is not { } next)
            return new(post, TimeSpan.Zero, 0, status);
        watch.Restart();
        using var page = await SendAsync(HttpMethod.Get, next.OriginalString, null, $"; {string.Join("; ", Set(answer).Select(each => $"{each.Key}={each.Value}"))}");
        var html = await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var told = Told().Match(html);
        return new(post, watch.Elapsed, told.Success ? int.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture) : 0, status);
    }

    [GeneratedRegex("([0-9]+) antwoord(en zijn| is) bewaard")]
    private static partial Regex Told();
}

/// <summary>What pressing the button came to.</summary>
/// <param name="Post">How long the site took to save.</param>
/// <param name="Next">How long the page after it took.</param>
/// <param name="Told">How many answers it says were saved.</param>
/// <param name="Status">Of the answer to the post.</param>
internal sealed record Pressed(TimeSpan Post, TimeSpan Next, int Told, int Status);

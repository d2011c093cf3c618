using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Parelmuur.Kernel.People;

namespace Parelmuur.Bench.Adoption;

/// <summary>A coordinator with a browser of its own: its cookies, and the form as it stands on the page.</summary>
internal sealed partial class Coordinator(HttpClient client, PersonId person)
{
    /// <summary>The page with the form.</summary>
    public const string Path = "/mijn/organisatie/gebruik/klopt-nog";

    private readonly Dictionary<string, string> cookies = [];
    private List<KeyValuePair<string, string>> form = [];

    /// <summary>The cookies, as they are sent.</summary>
    public string Cookie => string.Join("; ", cookies.Select(each => $"{each.Key}={each.Value}"));

    /// <summary>The solutions that the form asks about.</summary>
    public IReadOnlyList<SolutionId> Asked { get; private set; } = [];

    /// <summary>Signs in with one click, as the fictional people of the samples do.</summary>
    public async Task SignInAsync()
    {
        using var page = await SendAsync(HttpMethod.Get, "/inloggen", null);
        Keep(page);
        var token = Filled(await page.Content.ReadAsStringAsync(), button => button.Name == "person");
        using var content = new FormUrlEncodedContent([.. token.Where(field => field.Key != "person"), new("person", $"{person}")]);
        using var answer = await SendAsync(HttpMethod.Post, "/inloggen?handler=Sample", content);
        Keep(answer);
    }

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

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, string moreCookies = "")
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", Cookie + moreCookies);
        return await client.SendAsync(request);
    }

    private void Keep(HttpResponseMessage answer)
    {
        foreach (var (name, value) in Set(answer))
            cookies[name] = value;
    }

    private static IEnumerable<KeyValuePair<string, string>> Set(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set)
            ? set.Select(cookie => cookie.Split(';')[0].Split('=', 2)).Where(pair => pair[1].Length > 0).Select(pair => KeyValuePair.Create(pair[0], pair[1]))
            : [];

    // What a browser sends when that button is pressed and nothing was filled in; nothing without the button.
    private static List<KeyValuePair<string, string>> Filled(string html, Func<IHtmlButtonElement, bool> isPressed)
    {
        using var page = new HtmlParser().ParseDocument(html);
        if (page.QuerySelectorAll("form button").OfType<IHtmlButtonElement>().FirstOrDefault(isPressed) is not { Form: { } around } pressed)
            return [];
        return [.. around.Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Name is not null && (input.Type != "radio" || input.IsChecked))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Append(new(pressed.Name!, pressed.Value))];
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

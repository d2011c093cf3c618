using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Parelmuur.Kernel.People;

namespace Parelmuur.Bench.Pages;

/// <summary>A person who is signed in, with cookies of the own browser.</summary>
internal abstract class SignedIn(HttpClient client, PersonId person)
{
    private readonly Dictionary<string, string> cookies = [];

    /// <summary>The cookies, as they are sent.</summary>
    public string Cookie => string.Join("; ", cookies.Select(each => $"{each.Key}={each.Value}"));

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

    protected async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, string moreCookies = "")
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", Cookie + moreCookies);
        return await client.SendAsync(request);
    }

    protected void Keep(HttpResponseMessage answer)
    {
        foreach (var (name, value) in Set(answer))
            cookies[name] = value;
    }

    protected static IEnumerable<KeyValuePair<string, string>> Set(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set)
            ? set.Select(cookie => cookie.Split(';')[0].Split('=', 2)).Where(pair => pair[1].Length > 0).Select(pair => KeyValuePair.Create(pair[0], pair[1]))
            : [];

    // What a browser sends when that button is pressed and nothing was filled in; nothing without the button.
    protected static List<KeyValuePair<string, string>> Filled(string html, Func<IHtmlButtonElement, bool> isPressed)
    {
        using var page = new HtmlParser().ParseDocument(html);
        if (page.QuerySelectorAll("form button").OfType<IHtmlButtonElement>().FirstOrDefault(isPressed) is not { Form: { } around } pressed)
            return [];
        return [.. around.Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Name is not null && (input.Type != "radio" || input.IsChecked))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Append(new(pressed.Name!, pressed.Value))];
    }
}

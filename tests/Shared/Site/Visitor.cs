using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Parelmuur.Tests;

/// <summary>Somebody with a browser: keeps cookies, fills in forms as they stand on the page, follows redirects.</summary>
/// <param name="site">The address of the site.</param>
/// <param name="way">How to get there, when not over the network.</param>
/// <remarks>It sends the safe cookies of the site also to a test address without TLS, as browsers do for localhost.</remarks>
public sealed class Visitor(Uri site, SocketsHttpHandler? way = null) : IDisposable
{
    private const int MaxRedirects = 5;
    private static readonly HtmlParser Parser = new();

    private readonly HttpClient client = new(way ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };
    private readonly Dictionary<string, string> cookies = [];

    /// <summary>The address of the page now, from the root of the site.</summary>
    public string Here { get; private set; } = "/";

    /// <summary>The cookies it holds, by their names.</summary>
    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>Opens a page, after redirects.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, content: null);
        return await ReadAsync(answer, status);
    }

    /// <summary>Opens a page, fills in a form on it and sends it.</summary>
    /// <param name="path">The page with the form.</param>
    /// <param name="button">The text of the button to press.</param>
    /// <param name="fields">Names with the values to fill in; the rest goes as it stands.</param>
    public async Task<IHtmlDocument> SubmitAsync(string path, string button, params (string Name, string Value)[] fields) =>
        await SubmitAsync(await OpenAsync(path), button, HttpStatusCode.OK, fields);

    /// <summary>Fills in a form on a page that is open and sends it.</summary>
    public async Task<IHtmlDocument> SubmitAsync(
        IHtmlDocument page, string button, HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        var (form, pressed) = Press(page, button, fields);
        using var content = new FormUrlEncodedContent(Filled(form, pressed, fields));
        using var answer = await SendAsync(
            HttpMethod.Post, pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Here, content);
        return await ReadAsync(answer, status);
    }

    /// <summary>Fills in a form on a page that is open and sends it with files.</summary>
    public async Task<IHtmlDocument> UploadAsync(
        IHtmlDocument page, string button, HttpStatusCode status, IReadOnlyList<(string Field, string Name, byte[] Content)> files,
        params (string Name, string Value)[] fields)
    {
        var (form, pressed) = Press(page, button, fields);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(form, pressed, fields).Where(field => form.Elements[field.Key] is not IHtmlInputElement { Type: "file" }))
            content.Add(new StringContent(value), name);
        foreach (var (field, name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new("form-data") { Name = $"\"{field}\"", FileNameStar = name, FileName = "\"x\"" };
            content.Add(part);
        }

        using var answer = await SendAsync(HttpMethod.Post, form.GetAttribute("action") ?? Here, content);
        return await ReadAsync(answer, status);
    }

    /// <summary>Sends a request as it is, with the cookies, and follows no redirect. The caller disposes of the answer.</summary>
    public async Task<HttpResponseMessage> RawAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.RelativeOrAbsolute)) { Content = content };
        if (cookies.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(each => $"{each.Key}={each.Value}")));
        var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
                Keep(cookie);
        }

        return answer;
    }

    /// <summary>Takes over these cookies, as who copied a browser.</summary>
    public void Keep(IEnumerable<KeyValuePair<string, string>> copied)
    {
        foreach (var (name, value) in copied)
            cookies[name] = value;
    }

    /// <summary>Forgets a cookie, as a person who clears them.</summary>
    public void Forget(string cookie) => cookies.Remove(cookie);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        var answer = await RawAsync(method, path, content);
        Here = path;
        for (var i = 0; i < MaxRedirects && answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther; i++)
        {
            Here = answer.Headers.Location!.OriginalString;
            answer.Dispose();
            answer = await RawAsync(HttpMethod.Get, Here);
        }

        return answer;
    }

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{Here} answered {answer.StatusCode}: {html}");
        return Parser.ParseDocument(html);
    }

    private (IHtmlFormElement Form, IHtmlButtonElement Pressed) Press(IHtmlDocument page, string button, (string Name, string Value)[] fields)
    {
        var pressed = page.QuerySelectorAll<IHtmlButtonElement>("form button")
            .FirstOrDefault(each => each.TextContent.Trim() == button)
            ?? throw new Xunit.Sdk.XunitException($"There is no button '{button}' on {Here}: {page.Body?.TextContent}");
        var form = pressed.Form ?? throw new Xunit.Sdk.XunitException($"The button '{button}' has no form.");
        Assert.All(fields, field => Assert.True(form.Elements[field.Name] is not null, $"The form has no field '{field.Name}'."));
        return (form, pressed);
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(
        IHtmlFormElement form, IHtmlButtonElement pressed, (string Name, string Value)[] fields)
    {
        var given = fields.ToLookup(field => field.Name, field => field.Value);
        foreach (var control in form.Elements)
        {
            if (control.GetAttribute("name") is not { Length: > 0 } name || given.Contains(name))
                continue;
            if (Value(control) is { } value)
                yield return new(name, value);
        }

        foreach (var (name, value) in fields)
            yield return new(name, value);
        if (pressed.Name is { Length: > 0 } pressedName)
            yield return new(pressedName, pressed.Value);
    }

    private static string? Value(IElement control) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.IsChecked ? choice.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => null,
    };

    private void Keep(string cookie)
    {
        var pair = cookie.Split(';')[0].Split('=', 2);
        if (pair[1].Length == 0)
            cookies.Remove(pair[0]);
        else
            cookies[pair[0]] = pair[1];
    }
}

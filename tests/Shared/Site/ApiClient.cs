using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Parelmuur.Tests;

/// <summary>Asks the API as a client would.</summary>
internal static class ApiClient
{
    private const string Root = "/api/v1";

    /// <summary>An answer with its headers; the caller disposes of it.</summary>
    public static Task<HttpResponseMessage> AskAsync(this ParelmuurApp site, string path, params (string Name, string Value)[] headers) =>
        site.AskAsync(HttpMethod.Get, path, null, headers);

    /// <inheritdoc cref="AskAsync(ParelmuurApp, string, ValueTuple{string, string}[])"/>
    public static async Task<HttpResponseMessage> AskAsync(
        this ParelmuurApp site, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Root + path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await site.Client.SendAsync(request);
    }

    /// <summary>The JSON of a good answer.</summary>
    public static async Task<JsonElement> JsonAsync(this ParelmuurApp site, string path)
    {
        using var response = await site.AskAsync(path);
        return await response.GoodAsync();
    }

    /// <summary>The JSON of a good answer to a plan.</summary>
    public static async Task<JsonElement> CheckAsync(this ParelmuurApp site, object plan)
    {
        using var response = await site.AskAsync(HttpMethod.Post, "/checks", JsonContent.Create(plan));
        return await response.GoodAsync();
    }

    /// <summary>Everything on all pages, by following next.</summary>
    public static async Task<List<JsonElement>> WalkAsync(this ParelmuurApp site, string path)
    {
        List<JsonElement> all = [];
        for (var next = path; next is not null;)
        {
            var page = await site.JsonAsync(next);
            all.AddRange(page.GetProperty("results").EnumerateArray());
            next = page.TryGetProperty("next", out var link) ? link.GetString()![Root.Length..] : null;
            Assert.True(all.Count < 5_000, "The pages go on for ever.");
        }

        return all;
    }

    /// <summary>Checks that an answer is a problem by RFC 9457 and gives it.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{response.RequestMessage?.RequestUri} answered {response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1.0.0", Assert.Single(response.Headers.GetValues("API-Version")));
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }

    private static async Task<JsonElement> GoodAsync(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.RequestMessage?.RequestUri} answered {response.StatusCode}: {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1.0.0", Assert.Single(response.Headers.GetValues("API-Version")));
        return JsonDocument.Parse(text).RootElement;
    }
}

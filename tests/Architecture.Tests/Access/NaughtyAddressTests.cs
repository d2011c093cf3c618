using System.Reflection;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>Naughty texts in every question of every address, and what no browser posts: no error, no markup.</summary>
public sealed class NaughtyAddressTests
{
    private static readonly HtmlParser Parser = new();

    // What no browser sends: nothing at all, a text, and forms that break off.
    [Fact]
    public async Task EveryAddress_PostedWithoutAForm_GivesNoError()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: true, "--PostsPerMinute=0", "--Accounts:AttemptsPerMinute=0");
        List<string> wrong = [];
        // The page of an error is the answer to one.
        var addresses = (await Address.AllAsync(site.Services))
            .Where(each => each.Methods.Contains("POST") && !each.Path.StartsWith("/fout", StringComparison.Ordinal)).ToList();
        foreach (var name in (string?[])[null, "Omar Bensaïd"])
        {
            using var visitor = name is null ? site.Visit() : await site.AsAsync(name);
            foreach (var address in addresses)
            {
                foreach (var (type, text) in ((string?, string)[])[
                    (null, ""), ("text/plain", "a"), ("multipart/form-data", "a"), ("multipart/form-data; boundary=b", "--b\r\nContent-"), ("application/x-www-form-urlencoded; charset=utf-7", "a=b")])
                {
                    using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));
                    if (type is not null)
                        content.Headers.TryAddWithoutValidation("Content-Type", type);
                    using var answer = await visitor.RawAsync(HttpMethod.Post, address.Path, content);
                    if ((int)answer.StatusCode >= 500)
                        wrong.Add($"{address.Path} {type}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(addresses.Count > 40, $"Only {addresses.Count} addresses.");
        Assert.Equal([], wrong.Distinct());
    }

    [Fact]
    public async Task EveryQuestionInAnAddress_WithNaughtyTexts_GivesNoErrorAndNoMarkup()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: true, "--Api:RequestsPerMinute=1000000");
        var (markup, wrong, asked) = (new Markup(), new List<string>(), 0);
        var addresses = (await Address.AllAsync(site.Services)).Where(each => each.Methods.Contains("GET")).ToList();
        var parameters = await ParametersOfApiAsync(site);
        Dictionary<string, Visitor> visitors = [];
        foreach (var name in (string[])["Omar Bensaïd", "Rosa Blom"])
            visitors[name] = await site.AsAsync(name);
        foreach (var visitor in visitors.Values)
        {
            foreach (var address in addresses)
            {
                using var plain = await visitor.RawAsync(HttpMethod.Get, address.Path);
                if (plain.Content.Headers.ContentType?.MediaType == "text/html")
                    markup.Learn(Parser.ParseDocument(await plain.Content.ReadAsStringAsync()));
            }
        }

        foreach (var address in addresses)
        {
            var names = address.Page is { } page ? NamesOf(page).ToList() : [.. parameters[address.Pattern.Split('{')[0].TrimEnd('/')]];
            foreach (var name in names.Distinct())
            {
                // How the page looks when somebody asks something ordinary.
                using var ordinary = await visitors["Omar Bensaïd"].RawAsync(HttpMethod.Get, $"{address.Path}?{name}=brief");
                if (ordinary.Content.Headers.ContentType?.MediaType == "text/html")
                    markup.Learn(Parser.ParseDocument(await ordinary.Content.ReadAsStringAsync()));
                foreach (var text in NaughtyStrings.Own.Concat(NaughtyStrings.Known()))
                {
                    var path = $"{address.Path}?{name}={Uri.EscapeDataString(text)}";
                    foreach (var visitor in address.Policies.Contains("accounts.audit") ? [visitors["Rosa Blom"]] : visitors.Values.Take(1))
                    {
                        asked++;
                        using var answer = await visitor.RawAsync(HttpMethod.Get, path);
                        if ((int)answer.StatusCode >= 500)
                            wrong.Add($"{path}: {(int)answer.StatusCode}");
                        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                            wrong.AddRange(markup.Strange(Parser.ParseDocument(await answer.Content.ReadAsStringAsync())).Take(3).Select(strange => $"{path}: {strange}"));
                    }
                }
            }
        }

        foreach (var visitor in visitors.Values)
            visitor.Dispose();
        Assert.True(asked > 100, "Hardly an address asks anything.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    // What a page takes from its address: bound on get, or a parameter of a handler.
    private static IEnumerable<string> NamesOf(Type page)
    {
        foreach (var property in page.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: true } bound)
            {
                foreach (var name in bound.Name == "" ? QueriesOf(property.PropertyType) : [bound.Name ?? property.Name])
                    yield return name;
            }
            else if (property.GetCustomAttribute<FromQueryAttribute>() is { } query)
            {
                yield return query.Name ?? property.Name;
            }
        }

        foreach (var handler in page.GetMethods().Where(method => method.Name.StartsWith("OnGet", StringComparison.Ordinal)))
        {
            foreach (var parameter in handler.GetParameters().Where(each => each.ParameterType != typeof(CancellationToken)))
                yield return parameter.GetCustomAttribute<FromQueryAttribute>()?.Name ?? parameter.Name!;
        }
    }

    private static IEnumerable<string> QueriesOf(Type form) =>
        form.GetProperties().Select(each => each.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>();

    private static async Task<ILookup<string, string>> ParametersOfApiAsync(ParelmuurApp site)
    {
        using var document = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative)));
        return document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()
                .SelectMany(method => method.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : default(JsonElement.ArrayEnumerator))
                .Where(parameter => parameter.TryGetProperty("in", out var place) && place.GetString() == "query")
                .Select(parameter => (Path: "/api/v1" + path.Name.Split('{')[0].TrimEnd('/'), Name: parameter.GetProperty("name").GetString()!)))
            .ToLookup(each => each.Path, each => each.Name);
    }
}

using System.Text;
using System.Text.Json;

namespace Parelmuur.Tests;

/// <summary>What no client of the API would send: every operation and parameter in its document, with each of these.</summary>
internal static class HostileRequests
{
    private const int Long = 6_000, Deep = 5_000;

    // As they stand in an address: some are no valid text at all.
    private static readonly string[] Values =
    [
        "", "%00", "%ff%fe", "%", "%zz", "%u0041", "..%2f..%2f..%2fetc%2fpasswd", "'%20OR%20'1'='1", "%22%3B--", "1e999", "-1", "0", "2147483648",
        "9223372036854775808", "-9223372036854775809", "NaN", "null", "true", "[]", "%7B%7D", "9999-99-99", "0000-00-00", "10000-01-01", "2026-02-30",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%F0%9F%92%A9", "%E2%80%AE", "%0d%0aX-Evil:%20yes", "%7B%7B7*7%7D%7D", "$%7Bjndi:ldap://x%7D",
        new('a', Long), string.Concat(Enumerable.Repeat("%C3%A9", Long / 6)), string.Join(',', Enumerable.Repeat("title", 500)),
        string.Concat(Enumerable.Repeat("(", 500)), string.Concat(Enumerable.Repeat("%22", 300)), string.Concat(Enumerable.Repeat("a%20", 500)),
    ];

    private static readonly string[] ContentTypes =
        ["application/json", "application/json; charset=utf-7", "text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded"];

    /// <summary>What makes each of them, in the same order every time.</summary>
    public static List<Func<HttpRequestMessage>> OfApi()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path("docs/api/openapi.json")));
        List<Func<HttpRequestMessage>> all = [];
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(each => each.Name is "get" or "post"))
            {
                var address = $"/api/v1{path.Name}";
                var parameters = operation.Value.TryGetProperty("parameters", out var listed)
                    ? listed.EnumerateArray().Select(each => (Name: each.GetProperty("name").GetString()!, In: each.GetProperty("in").GetString())).ToList() : [];
                foreach (var value in Values)
                {
                    foreach (var (name, place) in parameters)
                    {
                        all.Add(Get(place == "path"
                            ? address.Replace($"{{{name}}}", value, StringComparison.Ordinal)
                            : $"{Filled(address)}?{name}={value}&{name}={value}"));
                    }

                    // Everything wrong at once, and a name that no parameter has.
                    all.Add(Get($"{Filled(address)}?{string.Join('&', parameters.Where(each => each.In == "query").Select(each => $"{each.Name}={value[..Math.Min(value.Length, 300)]}"))}&{(value.Length > 300 ? "x" : value)}=1"));
                }

                if (operation.Name == "post")
                    all.AddRange(from body in Bodies() from type in ContentTypes select Post(address, body, type));
            }
        }

        return all;

        static string Filled(string address) => address.Contains('{', StringComparison.Ordinal) ? $"{address[..address.IndexOf('{', StringComparison.Ordinal)]}zutphen" : address;
    }

    private static Func<HttpRequestMessage> Get(string address) =>
        () => new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));

    private static Func<HttpRequestMessage> Post(string address, byte[] body, string type) => () =>
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
    };

    private static IEnumerable<byte[]> Bodies()
    {
        yield return [];
        yield return [0xFF, 0xFE, 0x00];
        yield return [0xEF, 0xBB, 0xBF, .. "{\"text\":\"vergunning\"}"u8];
        foreach (var text in (string[])
        [
            "{", "[]", "null", "42", "\"text\"", "{\"text\":null}", "{\"text\":42}", "{\"text\":[\"a\"]}", "{\"text\":{}}", "{\"text\":\"\"}",
            "{\"text\":\"\\ud800\"}", "{\"text\":\"\\u0000\"}", "{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":\"a\",\"municipality\":\"GM9999\"}",
            "{\"text\":\"a\",\"municipality\":{\"$ne\":1}}", "{\"text\":\"a\",\"municipality\":\"'; DROP TABLE ledger; --\"}",
            "{\"__proto__\":{\"a\":1},\"text\":\"a\"}", "{\"text\":\"a\",\"pageSize\":1e999}",
            $"{new string('[', Deep)}{new string(']', Deep)}", $"{{\"text\":{string.Concat(Enumerable.Repeat("{\"a\":", Deep))}1{new string('}', Deep)}}}",
            $"{{\"text\":\"{new string('a', 100_000)}\"}}", $"{{\"text\":\"{string.Concat(Enumerable.Repeat("woord ", 20_000))}\"}}",
        ])
        {
            yield return Encoding.UTF8.GetBytes(text);
        }
    }
}

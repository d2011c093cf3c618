using System.Net;
using Microsoft.Data.Sqlite;

namespace Parelmuur.Architecture.Tests;

/// <summary>Every answer tells a browser what this site never does, whatever went wrong.</summary>
public sealed class SecurityHeadersTests
{
    private static readonly Dictionary<string, string> Always = new()
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains",
    };

    [Fact]
    public async Task Headers_AreOnEveryAnswer_AlsoAfterAnException()
    {
        await using var site = await ParelmuurApp.StartAsync(
            DatabaseKind.Sqlite, withSamples: false, "--PublicAddress=https://parelmuur.example", "--SecurityContact=veilig@gemeente.example");
        await AssertAsync(HttpStatusCode.OK, "/");
        // The second time it comes from the cache of pages.
        await AssertAsync(HttpStatusCode.OK, "/");
        await AssertAsync(HttpStatusCode.OK, "/.well-known/security.txt");
        await AssertAsync(HttpStatusCode.OK, "/api/v1/solutions");
        await AssertAsync(HttpStatusCode.NotFound, "/bestaat-niet");
        await AssertAsync(HttpStatusCode.BadRequest, "/api/v1/solutions?pageSize=veel");
        await AssertAsync(HttpStatusCode.NotFound, "/api/v1/bestaat-niet");

        await DoAsync("ALTER TABLE joining_calendar_feeds RENAME TO elsewhere");
        await AssertAsync(HttpStatusCode.InternalServerError, "/agenda/code.ics");

        async Task AssertAsync(HttpStatusCode status, string path)
        {
            using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((path, status), (path, answer.StatusCode));
            Assert.All(Always, each => Assert.Equal((path, each.Value), (path, Value(answer, each.Key))));
            var policy = Value(answer, "Content-Security-Policy");
            Assert.All(
                ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"],
                part => Assert.Contains(part, policy, StringComparison.Ordinal));
        }

        async Task DoAsync(string sql)
        {
            await using var connection = new SqliteConnection(site.Connection);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A fixed text, see above.
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }

    private static string Value(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(" and ", values) : "nothing";
}

using System.Net;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>Whoever knows the document of the API and means harm: every operation and parameter in it, with what no client would send.</summary>
public sealed class HostileApiTests
{
    // Words that only the inside of the site knows.
    private static readonly string[] Inside =
        ["   at Parelmuur.", "Exception", "Microsoft.", "System.", "SELECT ", "sqlite", "Npgsql", Path.GetTempPath(), Repository.Root];

    [Theory, OnEachDatabase]
    public async Task EveryOperation_WithWhatNoClientSends_GivesNoErrorAndTellsNothing(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind, withSamples: true, "--Api:RequestsPerMinute=0");
        var requests = HostileRequests.OfApi();
        List<string> wrong = [];
        await AskAsync(site.Client, requests, wrong);

        Assert.True(requests.Count > 1_000, $"Only {requests.Count} requests.");
        Assert.Equal([], wrong.Distinct().Take(20));
    }

    private static async Task AskAsync(HttpClient client, List<Func<HttpRequestMessage>> requests, List<string> wrong)
    {
        foreach (var make in requests)
        {
            using var request = make();
            using var answer = await client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            var what = $"{request.Method} {string.Concat(request.RequestUri!.OriginalString.Take(200))} {request.Content?.Headers.ContentType}: {(int)answer.StatusCode}";
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                wrong.Add(what);
            if (answer.Headers.Contains("X-Evil"))
                wrong.Add($"{what} with a header of the caller");
            if (!answer.IsSuccessStatusCode)
                wrong.AddRange(Inside.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{what} tells \"{word}\""));
        }
    }
}

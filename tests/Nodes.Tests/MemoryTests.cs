using System.Net;
using Xunit.Abstractions;

namespace Parelmuur.Nodes.Tests;

/// <summary>A node with little memory, asked by many at once who mean harm.</summary>
public sealed class MemoryTests(ITestOutputHelper output)
{
    // A third of it is too little to start in. What each of more than twelve thousand requests would leave behind soon does not fit.
    private const string HeapMegabytes = "128";
    private const int Rounds = 3, Callers = 8, Walls = 1_500;

    [Fact]
    public async Task LittleMemory_AndManyHostileRequests_TheSiteGoesOn()
    {
        var folder = Directory.CreateTempSubdirectory("pm-").FullName;
        using var node = new Node(Path.Combine(folder, "1.sock"), $"Data Source={folder}/parelmuur.db");
        try
        {
            var limit = Convert.ToString(long.Parse(HeapMegabytes, System.Globalization.CultureInfo.InvariantCulture) << 20, 16);
            await node.StartAsync(("DOTNET_GCHeapHardLimit", limit), ("Api__RequestsPerMinute", "0"));
            using var client = new HttpClient(SocketHttp.Handler(node.Socket)) { BaseAddress = SocketHttp.Address };
            for (var round = 1; round <= Rounds; round++)
            {
                // Each page of the wall is another one, so that what is kept is full.
                var begins = round * Walls;
                List<Func<HttpRequestMessage>> requests = [.. HostileRequests.OfApi(), .. Enumerable.Range(begins, Walls).Select(Wall)];
                await AskAsync(client, requests);
                output.WriteLine($"round {round}: {requests.Count} requests, {node.MemoryMegabytes} MB");
            }

            Assert.Contains("Vroegbel", await client.GetStringAsync(new Uri("/oplossingen/vroegbel", UriKind.Relative)), StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Func<HttpRequestMessage> Wall(int number) =>
        () => new HttpRequestMessage(HttpMethod.Get, new Uri($"/muur?q=brief&x={number}", UriKind.Relative));

    private static async Task AskAsync(HttpClient client, IReadOnlyList<Func<HttpRequestMessage>> requests)
    {
        List<string> wrong = [];
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (make, cancellation) =>
        {
            using var request = make();
            using var answer = await client.SendAsync(request, cancellation);
            await answer.Content.CopyToAsync(Stream.Null, cancellation);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                lock (wrong)
                    wrong.Add($"{(int)answer.StatusCode} {request.Method} {string.Concat(request.RequestUri!.OriginalString.Take(200))}");
            }
        });
        Assert.Equal([], wrong.Take(10));
    }
}

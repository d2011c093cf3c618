using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using Xunit.Abstractions;

namespace Parelmuur.Nodes.Tests;

/// <summary>People who read and write all the time, and who remember what they were told.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const string Solution = "/oplossingen/vroegbel";
    private static readonly HtmlParser Parser = new();

    // A bounded crowd: what is tested is who dies, not how much two processors can do.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(600);
    private static readonly string[] Writers = ["Samira Yıldız", "Omar Bensaïd", "Femke de Boer", "Joost van Rijn"];
    private static readonly string[] Pages = ["/", "/muur", Solution, "/gemeenten/zutphen", "/zoeken?q=schulden", "/cijfers"];

    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> people = [];
    private readonly ConcurrentBag<string> told = [], unsure = [];
    private int read, wentWrong, number;

    /// <summary>The texts of which somebody was told that they stand there.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>The texts of which nobody heard what became of them.</summary>
    public IReadOnlyCollection<string> Unsure => unsure;

    /// <summary>How many people there are, and so how many requests can be on their way at once.</summary>
    public int Size => people.Count;

    /// <summary>How many requests got no good answer until now.</summary>
    public int WentWrong => Volatile.Read(ref wentWrong);

    /// <summary>How many pages were read until now.</summary>
    public int Read => Volatile.Read(ref read);

    /// <summary>Lets everybody sign in and begin.</summary>
    public static async Task<Crowd> GatherAsync(string socket)
    {
        var crowd = new Crowd();
        foreach (var name in Writers)
        {
            var visitor = new Visitor(SocketHttp.Address, SocketHttp.Handler(socket));
            await visitor.SubmitAsync("/inloggen", $"Log in als {name}");
            crowd.people.Add(Task.Run(() => crowd.WriteAsync(visitor)));
        }

        for (var reader = 0; reader < 3; reader++)
            crowd.people.Add(Task.Run(() => crowd.ReadAsync(socket)));
        return crowd;
    }

    /// <summary>Waits until so many more writes were told.</summary>
    public Task MoreAsync(int writes)
    {
        var enough = told.Count + writes;
        return Until.TrueAsync(() => Task.FromResult(told.Count >= enough));
    }

    /// <summary>Lets everybody finish what is on its way.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(people);
    }

    /// <summary>Checks that what people were told stands in a database once, with its entry in the ledger.</summary>
    /// <param name="output">Where the numbers go.</param>
    /// <param name="open">The database.</param>
    /// <param name="same">SQL for an entry of the ledger that is about a contribution.</param>
    public async Task AssertKeptAsync(ITestOutputHelper output, DbConnection open, string same)
    {
        await open.OpenAsync();
        var kept = await ListAsync("SELECT text FROM conversations_contributions WHERE text LIKE 'Bij ons werkt het zo, nummer %'");
        var recorded = await ListAsync(
            $"SELECT c.text FROM ledger l JOIN conversations_contributions c ON {same} "
            + "WHERE l.event = 'CommentPosted' AND c.text LIKE 'Bij ons werkt het zo, nummer %'");
        output.WriteLine($"{Told.Count} told, {Unsure.Count} unsure, {kept.Count} kept, {recorded.Count} in the ledger.");

        Assert.Empty(Told.Except(kept));
        Assert.Equal(kept.Count, kept.Distinct().Count());
        Assert.Empty(kept.Except(Told).Except(Unsure));
        Assert.Equal(kept.Order(), recorded.Order());

        async Task<List<string>> ListAsync(string sql)
        {
            await using var command = open.CreateCommand();
            command.CommandText = sql;
            await using var rows = await command.ExecuteReaderAsync();
            var all = new List<string>();
            while (await rows.ReadAsync())
                all.Add(rows.GetString(0));
            return all;
        }
    }

    /// <summary>Writes down how far they are.</summary>
    public void Tell(ITestOutputHelper output, string after) => output.WriteLine(
        $"{TimeProvider.System.GetUtcNow():HH:mm:ss} {after}: {Told.Count} writes told, {Read} pages read, {WentWrong} requests without a good answer.");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private async Task WriteAsync(Visitor visitor)
    {
        using (visitor)
        {
            using var pace = new PeriodicTimer(Pace);
            while (!stop.IsCancellationRequested && await pace.WaitForNextTickAsync())
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"Bij ons werkt het zo, nummer {Interlocked.Increment(ref number)} van vandaag.");
                if (await TryAsync(() => visitor.RawAsync(HttpMethod.Get, $"{Solution}/reactie"), HttpStatusCode.OK) is not { } page)
                    continue;
                var fields = Parser.ParseDocument(page).QuerySelectorAll("main form [name]")
                    .Where(field => field.GetAttribute("type") is "hidden")
                    .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? ""))
                    .Append(new("Form.Text", text)).Append(new("stap", "plaats"));
                using var form = new FormUrlEncodedContent(fields);
                (await TryAsync(() => visitor.RawAsync(HttpMethod.Post, $"{Solution}/reactie", form), HttpStatusCode.Redirect) is null ? unsure : told).Add(text);
            }
        }
    }

    private async Task ReadAsync(string socket)
    {
        using var reader = new Visitor(SocketHttp.Address, SocketHttp.Handler(socket));
        using var pace = new PeriodicTimer(Pace);
        for (var at = 0; !stop.IsCancellationRequested && await pace.WaitForNextTickAsync(); at++)
        {
            if (await TryAsync(() => reader.RawAsync(HttpMethod.Get, Pages[at % Pages.Length]), HttpStatusCode.OK) is not null)
                Interlocked.Increment(ref read);
        }
    }

    // The text of a good answer, or null when there was another one or none.
    private async Task<string?> TryAsync(Func<Task<HttpResponseMessage>> ask, HttpStatusCode good)
    {
        try
        {
            using var answer = await ask();
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == good)
                return text;
        }
        catch (HttpRequestException)
        {
            // Nobody answered; that counts below.
        }

        Interlocked.Increment(ref wentWrong);
        return null;
    }
}

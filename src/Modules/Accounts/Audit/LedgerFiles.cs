using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.OutputCaching;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Audit;

/// <summary>The ledger as a file for auditors, with the same filters as the page, however long it is.</summary>
internal static class LedgerFiles
{
    // Without this mark the best known spreadsheet takes ë for two letters.
    private const char ByteOrderMark = '\uFEFF';

    public static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").RequireAuthorization(AccountsPolicies.Audit).WithMetadata(new OutputCacheAttribute { NoStore = true });
        files.MapGet("/logboek.csv", CsvAsync);
        files.MapGet("/logboek.jsonl", JsonLinesAsync);
    }

    private static async Task<PushStreamHttpResult> CsvAsync([AsParameters] Request request)
    {
        await request.NoteAsync();
        return TypedResults.Stream(async stream =>
        {
            await using var file = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
            await file.WriteAsync(ByteOrderMark);
            await file.WriteAsync(Csv.Line("number", "moment", "event", "told", "person", "who", "on behalf of", "subject", "subject id", "subject name", "change"));
            await foreach (var line in request.LinesAsync())
            {
                await file.WriteAsync(Csv.Line(
                    $"{line.Sequence}", $"{line.Moment.UtcDateTime:O}", line.Event, line.Told, $"{line.Person}", line.Who, line.OnBehalfOf,
                    line.Subject, $"{line.SubjectId}", line.About?.Name, line.Change));
            }
        }, "text/csv; charset=utf-8", "logboek.csv");
    }

    private static async Task<PushStreamHttpResult> JsonLinesAsync([AsParameters] Request request)
    {
        await request.NoteAsync();
        return TypedResults.Stream(async stream =>
        {
            await foreach (var line in request.LinesAsync())
            {
                using var change = JsonDocument.Parse(line.Change);
                await JsonSerializer.SerializeAsync(stream, new
                {
                    number = line.Sequence,
                    moment = line.Moment.UtcDateTime,
                    @event = line.Event,
                    told = line.Told,
                    person = line.Person?.Value,
                    who = line.Who,
                    onBehalfOf = line.OnBehalfOf,
                    subject = line.Subject,
                    subjectId = line.SubjectId,
                    subjectName = line.About?.Name,
                    change = change.RootElement,
                });
                await stream.WriteAsync("\n"u8.ToArray());
            }
        }, "application/jsonl; charset=utf-8", "logboek.jsonl");
    }

    /// <summary>Who asks for which part of the ledger.</summary>
    private sealed class Request
    {
        [FromServices]
        public required AccountsDb Db { get; init; }

        [FromServices]
        public required ReadLedger Ledger { get; init; }

        [FromServices]
        public required NoteLook Look { get; init; }

        [FromServices]
        public required IOrganisations Organisations { get; init; }

        public required HttpContext Context { get; init; }

        private LedgerFilter Filter => new()
        {
            From = Given("van"), Until = Given("tot"), Event = Given("gebeurtenis"), Who = Given("wie"), Organisation = Given("organisatie"),
            Subject = Given("onderwerp"), Word = Given("woord"),
        };

        public Task NoteAsync() => Look.AtAsync(
            Db, CurrentPerson.Of(Context.User)!, [Organisations.FindBySlug(Given("organisatie")?.Trim() ?? "")?.Id], "ledger export", Context.RequestAborted);

        public IAsyncEnumerable<LedgerLine> LinesAsync() => Ledger.AllAsync(Filter, Context.RequestAborted);

        private string? Given(string name) => Context.Request.Query[name].FirstOrDefault();
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Import.Input;
using Parelmuur.Catalogue.Import.Spreadsheet;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Import;

/// <summary>Imports a source: surveys it, shares one solution per group, adds the other entries, relates, reports.</summary>
internal sealed class RunImport(IServiceScopeFactory scopes, IOrganisations organisations, TimeProvider time) : ICatalogueImport
{
    private const int BatchSize = 1_000;

    public async Task<ImportReport> RunAsync(
        ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        await using var reader = await Readers.OpenAsync(request, cancellation);
        var rows = new RowsInMemory(reader);
        var actor = new Actor($"import {reader.Source}");
        var tally = new Tally(request.OnLine);
        var (survey, known, alike, same) = (new Survey(), new KnownEntries(reader.Source), new NearTitles(time), new SameElsewhere(reader));
        await SurveyAsync(rows, survey, known, alike, same, tally, cancellation);

        if (survey.Count == 0 && tally.Counts.Count == 0)
            throw new ImportFault(reader.NothingInIt);
        var date = request.Date ?? reader.Newest ?? organisations.Today;
        var batch = new ImportBatch(
            scopes, reader, survey, known, new NamesInSource(organisations, actor, date), date, actor, tally);
        long done = 0;
        // Who leads a group comes first, so that the others find their solution wherever they stand in the source.
        foreach (var lead in survey.HasMembers ? new[] { true, false } : [true])
        {
            await foreach (var entries in BatchesAsync(rows, entry => survey.Takes(entry) && survey.Leads(entry) == lead, cancellation))
            {
                await batch.WriteAsync(entries, lead, cancellation);
                progress?.Report(new(done += entries.Count, survey.Count));
            }
        }

        if (survey.HasRelations)
        {
            var relations = new ImportRelations(scopes, reader.Source, actor);
            await foreach (var entries in BatchesAsync(rows, entry => entry.Relations.Count > 0 && survey.Takes(entry), cancellation))
                await relations.WriteAsync(entries, cancellation);
        }

        await alike.ReportAsync(scopes, reader.Source, tally, cancellation);
        return new(reader.Source, date, tally.Counts, tally.Solutions, tally.Uses, time.GetElapsedTime(started));
    }

    public Task WriteTemplateAsync(Stream stream, SpreadsheetFormat format, CancellationToken cancellation) =>
        SpreadsheetTemplate.WriteAsync(stream, format, cancellation);

    public async IAsyncEnumerable<SheetRow> ReadSheetAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = await InputFile.TakeAsync(path, long.MaxValue, cancellation);
        await using var rows = SpreadsheetReader.Rows(file, cancellation).GetAsyncEnumerator(cancellation);
        while (await SpreadsheetReader.MoveNextAsync(rows))
            yield return new(rows.Current.Number, rows.Current.Cells, rows.Current.Fault);
    }

    private async Task SurveyAsync(
        RowsInMemory rows, Survey survey, KnownEntries known, NearTitles alike, SameElsewhere same, Tally tally, CancellationToken cancellation)
    {
        var fresh = new List<ImportedEntry>();
        await foreach (var row in rows.ReadAsync(cancellation))
        {
            if (row is ImportedEntry && survey.IsFull)
            {
                tally.Add(new(ImportOutcome.Refused, row.Row, row.SourceId, "", $"Vanaf hier is niets gelezen: er gaan {Survey.MostRows:N0} regels in één keer. Splits het bestand."));
                break;
            }

            if (row is RefusedRow refused)
                tally.Add(new(ImportOutcome.Refused, refused.Row, refused.SourceId, refused.Title, refused.Reason));
            else if (row is ImportedEntry entry && survey.Add(entry))
                fresh.Add(entry);
            else if (row is ImportedEntry twice)
                tally.Add(ImportOutcome.Refused, twice, "Dit id kwam eerder in het bestand al voor.");
            if (fresh.Count == BatchSize)
                await LocateAsync();
        }

        await LocateAsync();
        survey.Finish();
        known.Finish();
        same.Report(tally);

        async Task LocateAsync()
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
            await known.LocateAsync(db, fresh, cancellation);
            await same.LookAsync(db, fresh, cancellation);
            fresh.ForEach(alike.Add);
            fresh.Clear();
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<ImportedEntry>> BatchesAsync(
        RowsInMemory rows,
        Func<ImportedEntry, bool> wanted,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var batch = new List<ImportedEntry>(BatchSize);
        await foreach (var row in rows.ReadAsync(cancellation))
        {
            if (row is not ImportedEntry entry || !wanted(entry))
                continue;
            batch.Add(entry);
            if (batch.Count < BatchSize)
                continue;
            yield return batch;
            batch = new List<ImportedEntry>(BatchSize);
        }

        if (batch.Count > 0)
            yield return batch;
    }
}

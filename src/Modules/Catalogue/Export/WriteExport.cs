using System.Text;
using Parelmuur.Catalogue.Api;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Export;

/// <summary>Writes the whole catalogue to a stream, a batch at a time, so that memory stays flat.</summary>
internal sealed class WriteExport(SolutionDocuments documents, UsePages uses)
{
    private const int FlushAt = 64 * 1024;

    // Without this mark the best known spreadsheet takes ë for two letters.
    private const char ByteOrderMark = '\uFEFF';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Task RunAsync(CatalogueExport what, Stream to, CancellationToken cancellation) => what switch
    {
        CatalogueExport.SolutionsAsJsonLines => JsonLinesAsync(to, cancellation),
        CatalogueExport.SolutionsAsCsv => SolutionsAsync(to, cancellation),
        CatalogueExport.UsesAsCsv => UsesAsync(to, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "There is no such export."),
    };

    private async Task JsonLinesAsync(Stream to, CancellationToken cancellation)
    {
        await foreach (var document in documents.AllAsync(cancellation))
        {
            await to.WriteAsync(ApiJson.Bytes(document, CatalogueJson.Default.SolutionDocument), cancellation);
            await to.WriteAsync("\n"u8.ToArray(), cancellation);
        }

        await to.FlushAsync(cancellation);
    }

    private async Task SolutionsAsync(Stream to, CancellationToken cancellation)
    {
        await using var file = new StreamWriter(to, Utf8, FlushAt, leaveOpen: true);
        await file.WriteAsync(ByteOrderMark);
        var row = new CsvRow();
        foreach (var column in SolutionColumns.All)
            row.Cell(column.Name);
        row.End();
        await foreach (var document in documents.AllAsync(cancellation))
        {
            foreach (var column in SolutionColumns.All)
                row.Cell(column.Value(document));
            row.End();
            await FlushAsync(row, file, FlushAt, cancellation);
        }

        await FlushAsync(row, file, 0, cancellation);
    }

    private async Task UsesAsync(Stream to, CancellationToken cancellation)
    {
        await using var file = new StreamWriter(to, Utf8, FlushAt, leaveOpen: true);
        await file.WriteAsync(ByteOrderMark);
        var row = new CsvRow();
        row.Cell("solution").Cell("title").Cell("user").Cell("userCode").Cell("state").Cell("proof")
            .Cell("since").Cell("confirmedOn").Cell("claimedBy").Cell("claimedOn").Cell("via").End();
        await foreach (var use in uses.AllAsync().WithCancellation(cancellation))
        {
            row.Cell(use.Solution.Slug).Cell(use.Solution.Title).Cell(use.User.Name).Cell(use.User.Code?.Value)
                .Cell(use.State).Cell(use.Proof).Cell(use.Since).Cell(use.ConfirmedOn).Cell(use.ClaimedBy).Cell(use.ClaimedOn).Cell(use.Via?.Name).End();
            await FlushAsync(row, file, FlushAt, cancellation);
        }

        await FlushAsync(row, file, 0, cancellation);
    }

    private static Task FlushAsync(CsvRow rows, StreamWriter file, int from, CancellationToken cancellation) =>
        rows.Length >= from ? file.WriteAsync(rows.Take().AsMemory(), cancellation) : Task.CompletedTask;
}

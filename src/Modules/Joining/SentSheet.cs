using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Parelmuur.Catalogue;

namespace Parelmuur.Joining;

/// <summary>A spreadsheet that somebody sent.</summary>
internal static class SentSheet
{
    /// <summary>Its rows, the first one too. The name says what kind of file it is.</summary>
    /// <exception cref="ImportFault">It is no spreadsheet that can be read.</exception>
    public static async IAsyncEnumerable<SheetRow> RowsAsync(
        this ICatalogueImport import, IFormFile sent, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + Path.GetExtension(Path.GetFileName(sent.FileName)));
        try
        {
            await using (var copy = File.Create(path))
                await sent.CopyToAsync(copy, cancellation);
            await foreach (var row in import.ReadSheetAsync(path, cancellation))
                yield return row;
        }
        finally
        {
            File.Delete(path);
        }
    }
}

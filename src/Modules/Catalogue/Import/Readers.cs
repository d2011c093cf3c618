using Parelmuur.Catalogue.Import.AlgorithmRegister;
using Parelmuur.Catalogue.Import.Gemma;
using Parelmuur.Catalogue.Import.Input;
using Parelmuur.Catalogue.Import.PublicCode;
using Parelmuur.Catalogue.Import.Spreadsheet;

namespace Parelmuur.Catalogue.Import;

/// <summary>Opens the reader for each format.</summary>
internal static class Readers
{
    /// <exception cref="ImportFault">The source cannot be opened.</exception>
    public static async Task<EntryReader> OpenAsync(ImportRequest request, CancellationToken cancellation)
    {
        if (request.From is not [var from, ..])
            throw new ImportFault("Noem een bestand of adres om te importeren.");
        if (request.Format != ImportFormat.PublicCode && request.From.Count > 1)
            throw new ImportFault("Importeer één bestand tegelijk.");
        return request.Format switch
        {
            ImportFormat.AlgorithmRegister => new RegisterReader(await InputFile.TakeAsync(from, MaxDownload, cancellation)),
            ImportFormat.Gemma => new GemmaReader(await InputFile.TakeAsync(from, MaxDownload, cancellation)),
            ImportFormat.Spreadsheet => new SpreadsheetReader(await InputFile.TakeAsync(from, MaxDownload, cancellation), request.Name),
            ImportFormat.PublicCode => await PublicCodeReader.OpenAsync(request.From, cancellation),
            _ => throw new ImportFault("Deze vorm is onbekend."),
        };
    }

    private const long MaxDownload = 2_000_000_000;
}

namespace Parelmuur.Catalogue.Import.Spreadsheet;

internal static class SpreadsheetTemplate
{
    public static Task WriteAsync(Stream stream, SpreadsheetFormat format, CancellationToken cancellation) => throw new NotSupportedException();
}

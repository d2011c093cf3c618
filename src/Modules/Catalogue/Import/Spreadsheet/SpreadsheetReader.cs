using System.Runtime.CompilerServices;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Parelmuur.Catalogue.Import.Input;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Import.Spreadsheet;

/// <summary>Reads a spreadsheet after the template: the row with "Titel" is the header, each row below it a solution.</summary>
internal sealed class SpreadsheetReader(InputFile file, string? name) : EntryReader(file)
{
    private const int NameLength = 60, HeaderWithin = 20;

    private readonly string called = name ?? Path.GetFileNameWithoutExtension(file.Name);

    public override string Kind => "spreadsheet-";

    public override string Source => $"{Kind}{Shorten.Cut(Slug.From(called), NameLength).TrimEnd('…')}";

    public override string Name => $"Werkblad {Shorten.Cut(called, NameLength)}";

    public override string NothingInIt =>
        "Dit werkblad is nog leeg: onder de kolomnamen staat niets. Vul vanaf de rij daaronder per rij één oplossing in.";

    public override async IAsyncEnumerable<ImportedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        Dictionary<string, int>? header = null;
        var before = 0;
        await using var rows = Rows(file, cancellation).GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(rows))
        {
            var row = rows.Current;
            if (header is null)
            {
                header = Header(row.Cells);
                if (header is null && ++before >= HeaderWithin)
                    break;
            }
            else if (row.Fault is not null)
            {
                yield return new RefusedRow(row.Number, "", "", row.Fault);
            }
            else if (row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                yield return SpreadsheetRow.Read(row, header);
            }
        }

        if (header is null)
            throw new ImportFault("In dit werkblad staat geen kolom ‘Titel’. Gebruik het sjabloon.");
    }

    /// <summary>The rows of a file, by the end of its name.</summary>
    public static IAsyncEnumerable<TableRow> Rows(InputFile file, CancellationToken cancellation) => Path.GetExtension(file.Name).ToLowerInvariant() switch
    {
        ".csv" or ".txt" or ".tsv" => CsvTable.ReadAsync(file, cancellation),
        ".xlsx" => XlsxTable.Read(file).ToAsyncEnumerable(),
        _ => throw new ImportFault("Kies een werkblad dat eindigt op .xlsx of .csv."),
    };

    /// <summary>Goes to the next row. A workbook is a zip of XML: it can be broken anywhere.</summary>
    public static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<TableRow> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (Exception error) when (error is InvalidDataException or FileFormatException or OpenXmlPackageException or XmlException
            or FormatException or ArgumentException or NotSupportedException or EndOfStreamException or InvalidOperationException)
        {
            throw new ImportFault("Dit werkblad is niet te lezen: het bestand is kapot, beveiligd, te groot of van een andere soort.", error);
        }
    }

    private static Dictionary<string, int>? Header(IReadOnlyList<string> cells)
    {
        var keys = cells.Select(Shorten.TitleKey).ToList();
        if (!keys.Contains(Shorten.TitleKey(Columns.Title)))
            return null;
        return Columns.All.Select(column => (column.Name, Place: keys.IndexOf(Shorten.TitleKey(column.Name))))
            .Where(column => column.Place >= 0).ToDictionary(column => column.Name, column => column.Place, StringComparer.Ordinal);
    }
}

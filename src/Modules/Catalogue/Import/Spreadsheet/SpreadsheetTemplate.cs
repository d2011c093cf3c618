using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Parelmuur.Catalogue.Import.Spreadsheet;

/// <summary>Writes the empty spreadsheet: one sheet to fill in and, in a workbook, one that explains each column.</summary>
internal static class SpreadsheetTemplate
{
    private const double Narrow = 16, Wide = 45;

    public static async Task WriteAsync(Stream stream, SpreadsheetFormat format, CancellationToken cancellation)
    {
        if (format == SpreadsheetFormat.Csv)
        {
            // With the mark of UTF-8 and semicolons, as Dutch offices open it.
            await stream.WriteAsync(Encoding.UTF8.GetPreamble(), cancellation);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Join(';', Columns.All.Select(column => column.Name)) + "\r\n"), cancellation);
            return;
        }

        // A package is written back and forth, which an answer over the web cannot do.
        using var whole = new MemoryStream();
        WriteWorkbook(whole);
        whole.Position = 0;
        await whole.CopyToAsync(stream, cancellation);
    }

    private static void WriteWorkbook(Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook(new Sheets());
        AddStyles(workbook);
        AddSheet(workbook, 1, "Oplossingen", Narrow, [[.. Columns.All.Select(column => column.Name)]]);
        AddSheet(
            workbook, 2, "Uitleg", Wide,
            [["Kolom", "Wat vult u in?", "Voorbeeld"], .. Columns.All.Select(column => new[] { column.Name, column.Explanation, column.Example })]);
        workbook.Workbook.Save();
    }

    private static void AddStyles(WorkbookPart workbook) => workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }));

    private static void AddSheet(WorkbookPart workbook, uint number, string name, double width, IEnumerable<string[]> rows)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        uint index = 0;
        foreach (var row in rows)
        {
            index++;
            data.Append(new Row(row.Select(text => Cell(text, isHeader: index == 1))) { RowIndex = index });
        }

        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView(new Pane
            {
                VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
            }) { WorkbookViewId = 0 }),
            new DocumentFormat.OpenXml.Spreadsheet.Columns(new DocumentFormat.OpenXml.Spreadsheet.Column
            {
                Min = 1, Max = (uint)Columns.All.Count, Width = width, CustomWidth = true,
            }),
            data);
        workbook.Workbook.Sheets!.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = name });
    }

    private static Cell Cell(string text, bool isHeader) => new(new InlineString(new Text(text)))
    {
        DataType = CellValues.InlineString, StyleIndex = isHeader ? 1u : 0u,
    };
}

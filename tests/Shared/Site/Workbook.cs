using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Parelmuur.Tests;

/// <summary>Makes a workbook as offices do: with the texts in a shared table, and empty cells left out.</summary>
internal static class Workbook
{
    public static byte[] Of(string[][] rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new(new Sheets());
            var texts = new SharedStringTable();
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = texts;
            var sheet = book.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            var count = 0;
            for (var row = 0; row < rows.Length; row++)
            {
                var cells = new Row { RowIndex = (uint)row + 1 };
                for (var column = 0; column < rows[row].Length; column++)
                {
                    if (rows[row][column].Length == 0)
                        continue;
                    texts.Append(new SharedStringItem(new Text(rows[row][column])));
                    cells.Append(new Cell
                    {
                        CellReference = $"{(char)('A' + column)}{row + 1}", DataType = CellValues.SharedString, CellValue = new($"{count++}"),
                    });
                }

                data.Append(cells);
            }

            sheet.Worksheet = new(data);
            book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Blad1" });
        }

        return stream.ToArray();
    }
}

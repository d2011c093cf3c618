using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Parelmuur.Catalogue.Import.Input;

namespace Parelmuur.Catalogue.Import.Spreadsheet;

/// <summary>Reads the first sheet of an Office Open XML workbook, row by row.</summary>
internal static class XlsxTable
{
    // A file of some kilobytes can unpack to gigabytes.
    private const long MostCharactersInPart = 2_000_000_000, MostSharedText = 100_000_000;
    private const int MostColumns = 500;

    public static IEnumerable<TableRow> Read(InputFile file)
    {
        using var stream = file.Open();
        using var workbook = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharactersInPart });
        var part = workbook.WorkbookPart ?? throw new InvalidDataException("Er staat geen werkmap in.");
        var first = part.Workbook.Descendants<Sheet>().FirstOrDefault()?.Id?.Value ?? throw new InvalidDataException("Er staat geen werkblad in.");
        var shared = SharedTexts(part.SharedStringTablePart);
        using var reader = OpenXmlReader.Create(part.GetPartById(first));
        long number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
                continue;
            number = row.RowIndex?.Value ?? number + 1;
            yield return new TableRow(number, Cells(row, shared), null);
        }
    }

    private static List<string> SharedTexts(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
            return texts;
        using var reader = OpenXmlReader.Create(part);
        long total = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement || reader.LoadCurrentElement() is not SharedStringItem item)
                continue;
            texts.Add(TextOf(item));
            if ((total += texts[^1].Length) > MostSharedText)
                throw new InvalidDataException("Er staat te veel tekst in.");
        }

        return texts;
    }

    private static List<string> Cells(Row row, List<string> shared)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            if (column >= MostColumns)
                break;
            while (cells.Count < column)
                cells.Add("");
            if (cells.Count == column)
                cells.Add(ValueOf(cell, shared));
        }

        return cells;
    }

    private static string ValueOf(Cell cell, List<string> shared)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType is null)
            return value;
        return cell.DataType.Value switch
        {
            CellValues.SharedString => int.TryParse(value, out var index) && index >= 0 && index < shared.Count ? shared[index] : "",
            CellValues.InlineString => cell.InlineString is { } inline ? TextOf(inline) : "",
            CellValues.Error => "",
            _ => value,
        };
    }

    // Only the text itself, not how it sounds: that stands beside it for Japanese.
    private static string TextOf(OpenXmlElement item) => string.Concat(item.Descendants<Text>()
        .Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));

    // "AB12" is the 28th column, counted from 0 that is 27.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter) || column > MostColumns)
                break;
            column = (column * 26) + (letter - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}

using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Parelmuur.Catalogue.Import.Input;

namespace Parelmuur.Catalogue.Import.Spreadsheet;

/// <summary>Reads the first sheet of an Office Open XML workbook, row by row.</summary>
/// <remarks>
/// A file of some kilobytes can unpack to gigabytes. So the small parts may not be large, the shared texts are counted,
/// and the sheet is read as a stream in which no text is taken whole before its length is known.
/// </remarks>
internal static class XlsxTable
{
    private const long MostCharactersInPart = 10_000_000, MostCharactersInSheet = 200_000_000, MostSharedText = 20_000_000;
    private const int MostColumns = 500, LongestRow = 1 << 20, MostLevels = 64;

    // Each shared text takes some room itself, also when it is empty.
    private const int RoomOfText = 40;

    public static IEnumerable<TableRow> Read(InputFile file)
    {
        using var stream = file.Open();
        RefuseBombs(stream);
        using var workbook = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharactersInPart });
        var part = workbook.WorkbookPart ?? throw new InvalidDataException("Er staat geen werkmap in.");
        var first = part.Workbook.Descendants<Sheet>().FirstOrDefault()?.Id?.Value ?? throw new InvalidDataException("Er staat geen werkblad in.");
        var shared = SharedTexts(part.SharedStringTablePart);
        using var content = part.GetPartById(first).GetStream();
        using var sheet = Open(content, MostCharactersInSheet);
        long number = 0;
        while (Next(sheet))
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "row")
                continue;
            number = long.TryParse(sheet.GetAttribute("r"), out var told) && told > number ? told : number + 1;
            yield return RowOf(sheet, number, shared);
        }
    }

    // The package itself is read whole: its list of parts, and every part that is no sheet, shared text or picture.
    private static void RefuseBombs(FileStream stream)
    {
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (zip.Entries.Any(entry => entry.Length > MostCharactersInPart
                && (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || !entry.FullName.Contains('/', StringComparison.Ordinal))))
            {
                throw new InvalidDataException("Dit bestand pakt uit tot meer dan een werkblad nodig heeft.");
            }
        }

        stream.Position = 0;
    }

    private static XmlReader Open(Stream content, long most) => XmlReader.Create(content, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = most, IgnoreComments = true,
        IgnoreProcessingInstructions = true, CheckCharacters = false,
    });

    private static bool Next(XmlReader reader) => reader.Read()
        && (reader.Depth <= MostLevels ? true : throw new InvalidDataException("Er staan te veel lagen in elkaar."));

    private static List<string> SharedTexts(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
            return texts;
        using var content = part.GetStream();
        using var reader = Open(content, MostCharactersInSheet);
        long total = 0;
        while (Next(reader))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si")
                continue;
            var text = new BoundedText(LongestRow);
            Collect(reader, (name, _) => name == "t", text);
            texts.Add(text.ToString());
            if ((total += texts[^1].Length + RoomOfText) > MostSharedText)
                throw new InvalidDataException("Er staat te veel tekst in.");
        }

        return texts;
    }

    private static TableRow RowOf(XmlReader sheet, long number, List<string> shared)
    {
        var (cells, length, depth) = (new List<string>(), 0L, sheet.Depth);
        if (sheet.IsEmptyElement)
            return new TableRow(number, cells, null);
        while (Next(sheet) && sheet.Depth > depth)
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "c" || sheet.Depth != depth + 1)
                continue;
            var column = ColumnOf(sheet.GetAttribute("r")) ?? cells.Count;
            var text = CellOf(sheet, shared, out var read);
            length += Math.Max(read, text.Length);
            if (column >= MostColumns || length > LongestRow)
                continue;
            while (cells.Count < column)
                cells.Add("");
            if (cells.Count == column)
                cells.Add(text);
        }

        return length > LongestRow
            ? new TableRow(number, [], $"Deze rij is langer dan {LongestRow:N0} tekens.")
            : new TableRow(number, cells, null);
    }

    private static string CellOf(XmlReader sheet, List<string> shared, out long read)
    {
        var type = sheet.GetAttribute("t");
        var text = new BoundedText(LongestRow);
        Collect(sheet, type == "inlineStr" ? (name, _) => name == "t" : (name, level) => name == "v" && level == 1, text);
        read = text.Length;
        var value = text.ToString();
        return type switch
        {
            "s" => int.TryParse(value, out var index) && index >= 0 && index < shared.Count ? shared[index] : "",
            "e" => "",
            _ => value,
        };
    }

    /// <summary>Takes the texts in an element, and leaves the reader at its end.</summary>
    // Only the text itself, not how it sounds: that stands beside it for Japanese.
    private static void Collect(XmlReader reader, Func<string, int, bool> wanted, BoundedText text)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        var (inWanted, phonetic) = (-1, -1);
        while (Next(reader) && reader.Depth > depth)
        {
            if (phonetic >= 0 && reader.Depth <= phonetic)
                phonetic = -1;
            if (inWanted >= 0 && reader.Depth <= inWanted)
                inWanted = -1;
            if (reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false } && phonetic < 0)
            {
                if (reader.LocalName == "rPh")
                    phonetic = reader.Depth;
                else if (wanted(reader.LocalName, reader.Depth - depth))
                    inWanted = reader.Depth;
            }
            else if (inWanted >= 0 && phonetic < 0
                && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Take(reader);
            }
        }
    }

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

    /// <summary>A text that is kept up to a length, and counted beyond it.</summary>
    private sealed class BoundedText(int most)
    {
        private readonly System.Text.StringBuilder kept = new();

        public long Length { get; private set; }

        /// <summary>Takes the text at which a reader stands, piece by piece.</summary>
        public void Take(XmlReader reader)
        {
            var piece = System.Buffers.ArrayPool<char>.Shared.Rent(4096);
            try
            {
                int count;
                while ((count = reader.ReadValueChunk(piece, 0, piece.Length)) > 0)
                {
                    Length += count;
                    if (Length <= most)
                        kept.Append(piece, 0, count);
                }
            }
            finally
            {
                System.Buffers.ArrayPool<char>.Shared.Return(piece);
            }
        }

        public override string ToString() => kept.ToString();
    }
}

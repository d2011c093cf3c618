using System.IO.Compression;
using System.Text;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Kernel.Files;

/// <summary>Office and ODF files: packed folders that tell themselves what they are.</summary>
internal static class OfficeFile
{
    // What an office program would unpack; a sheet of 20 MB unpacks to some ten times that.
    private const long MaxUnpacked = 500L << 20;
    private const int MaxEntries = 5_000, MaxTypeLength = 80;

    private static readonly FileKind
        Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word-document", ".docx"),
        Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel-bestand", ".xlsx"),
        Pptx = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint-presentatie", ".pptx"),
        Odt = new("application/vnd.oasis.opendocument.text", "Tekst (ODF)", ".odt"),
        Ods = new("application/vnd.oasis.opendocument.spreadsheet", "Rekenblad (ODF)", ".ods"),
        Odp = new("application/vnd.oasis.opendocument.presentation", "Presentatie (ODF)", ".odp");

    private static readonly string[] Active = ["vbaproject.bin", "vbadata.xml", "/activex/", "basic/", "scripts/"];

    public static IReadOnlyList<FileKind> Kinds { get; } = [Docx, Xlsx, Pptx, Odt, Ods, Odp];

    /// <summary>The kind of a packed file; null when it is packed, but nothing that is taken.</summary>
    /// <exception cref="RuleViolation">It holds macros, or cannot be unpacked safely.</exception>
    public static FileKind? KindOf(Stream content)
    {
        try
        {
            using var packed = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (packed.Entries.Count > MaxEntries || packed.Entries.Sum(entry => entry.Length) > MaxUnpacked)
                throw new RuleViolation("", "Dit bestand is uitgepakt te groot. Maak het kleiner en probeer het opnieuw.");
            var kind = Said(packed);
            if (kind is not null && packed.Entries.Any(IsActive))
                throw new RuleViolation("", "In dit bestand zitten macro’s. Bewaar het zonder, of maak er een PDF van.");
            return kind;
        }
        catch (InvalidDataException)
        {
            throw new RuleViolation("", "Dit bestand is beschadigd. Bewaar het opnieuw en probeer het nog eens.");
        }
    }

    private static FileKind? Said(ZipArchive packed)
    {
        if (packed.GetEntry("mimetype") is { Length: < MaxTypeLength } own)
        {
            // Its length is only what it says of itself, so no more than that is read.
            using var text = new StreamReader(own.Open(), Encoding.ASCII);
            var said = new char[MaxTypeLength];
            var type = new string(said, 0, text.ReadBlock(said)).Trim();
            return Kinds.FirstOrDefault(kind => kind.Type == type);
        }

        return packed.GetEntry("[Content_Types].xml") is null ? null
            : packed.GetEntry("word/document.xml") is not null ? Docx
            : packed.GetEntry("xl/workbook.xml") is not null ? Xlsx
            : packed.GetEntry("ppt/presentation.xml") is not null ? Pptx
            : null;
    }

    private static bool IsActive(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/').ToLowerInvariant();
        return Array.Exists(Active, part => part[0] == '/' ? name.Contains(part, StringComparison.Ordinal)
            : part[^1] == '/' ? name.StartsWith(part, StringComparison.Ordinal) : name.EndsWith(part, StringComparison.Ordinal));
    }
}

using System.IO.Compression;
using System.Xml;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Search.Documents;

/// <summary>Reads the text out of Word and OpenDocument files. Both are zip files with XML in them.</summary>
/// <remarks>
/// Only the file with the text is unpacked, as a stream, and never beyond the limits: a small zip file can hold
/// gigabytes. The XML may not name anything outside itself.
/// </remarks>
internal static class OfficeText
{
    private const long MostUnpacked = 20 * 1024 * 1024;
    private const int MostEntries = 5_000;

    private static readonly byte[] ZipMark = "PK\x03\x04"u8.ToArray();

    // Word and LibreOffice wrap a protected file in the old container of Office.
    private static readonly byte[] ProtectedMark = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The text of a .docx file.</summary>
    public static string ReadWord(ReadOnlyMemory<byte> content) =>
        Read(content, "word/document.xml", "Dit is geen Word-bestand (.docx). Kies een ander bestand.", new WordMarkup());

    /// <summary>The text of an .odt file.</summary>
    public static string ReadOpenDocument(ReadOnlyMemory<byte> content) =>
        Read(content, "content.xml", "Dit is geen OpenDocument-bestand (.odt). Kies een ander bestand.", new OpenMarkup());

    private static string Read(ReadOnlyMemory<byte> content, string entryName, string otherKind, Markup markup)
    {
        if (content.Span.StartsWith(ProtectedMark))
            throw Violation("Dit bestand heeft een wachtwoord of een oud formaat. Sla het op zonder wachtwoord.");
        if (!content.Span.StartsWith(ZipMark))
            throw Violation(otherKind);

        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
                throw TooMuch();
            var entry = zip.GetEntry(entryName) ?? throw Violation(otherKind);
            using var unpacked = new LimitedStream(entry.Open(), MostUnpacked, TooMuch);
            using var xml = XmlReader.Create(unpacked, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            return new MarkupText(markup, TooMuch).Read(xml);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw Violation("Dit bestand is beschadigd of heeft een wachtwoord. Kies een ander bestand.");
        }
    }

    private static RuleViolation TooMuch() => Violation("In dit bestand zit te veel. Kies een kleiner bestand.");

    private static RuleViolation Violation(string message) => new(PlanDocument.Field, message);
}

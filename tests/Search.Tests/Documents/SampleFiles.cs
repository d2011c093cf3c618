using System.IO.Compression;
using System.Text;

namespace Parelmuur.Search.Tests.Documents;

/// <summary>Makes the files that people bring.</summary>
internal static class SampleFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string OpenText = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string OpenOffice = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    public static byte[] Docx(string body) => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("word/document.xml", $"""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{Word}"><w:body>{body}</w:body></w:document>"""));

    public static byte[] Odt(string body) => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="{OpenOffice}" xmlns:text="{OpenText}"
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
            <office:body><office:text>{body}</office:text></office:body></office:document-content>
            """.Trim()));

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>A small .docx that unpacks to so many megabytes.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            entry.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Word}\">"));
            var spaces = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<w:p/>", 174_763)));
            for (var megabyte = 0; megabyte < megabytes; megabyte++)
                entry.Write(spaces);
        }

        return file.ToArray();
    }
}

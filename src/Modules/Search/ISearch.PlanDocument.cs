using Parelmuur.Kernel.Rules;
using Parelmuur.Search.Documents;

namespace Parelmuur.Search;

/// <summary>Reads the words of a plan that somebody brings as a file: .txt, .docx or .odt.</summary>
public static class PlanDocument
{
    /// <summary>The largest file that is read, in bytes: 5 MB.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    /// <summary>Where <see cref="RuleViolation.Field"/> points to.</summary>
    public const string Field = "bestand";

    /// <summary>The text of a file, paragraphs on lines of their own.</summary>
    /// <param name="file">The file; it need not be seekable. It is not closed.</param>
    /// <param name="fileName">Its name; only what follows the last point counts, and the content must agree.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="RuleViolation">
    /// The file is too large, of another kind, broken, protected with a password or without words.
    /// </exception>
    public static async Task<string> ReadAsync(Stream file, string fileName, CancellationToken cancellation = default)
    {
        var content = await WholeAsync(file, cancellation);
        var text = Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".txt" => PlainText.Read(content),
            ".docx" => OfficeText.ReadWord(content),
            ".odt" => OfficeText.ReadOpenDocument(content),
            _ => throw new RuleViolation(Field, "Kies een bestand dat eindigt op .txt, .docx of .odt."),
        };

        return text.AsSpan().ContainsAnyExcept(" \r\n\t\u00A0")
            ? text
            : throw new RuleViolation(Field, "In dit bestand staat geen tekst. Kies een ander bestand.");
    }

    private static async Task<ReadOnlyMemory<byte>> WholeAsync(Stream file, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[81_920];
        while (await file.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (whole.Length + read > LargestFile)
                throw new RuleViolation(Field, "Dit bestand is groter dan 5 MB. Kies een kleiner bestand.");
            whole.Write(buffer, 0, read);
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }
}

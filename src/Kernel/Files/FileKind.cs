using Parelmuur.Kernel.Rules;

namespace Parelmuur.Kernel.Files;

/// <summary>A kind of file that is taken. Nothing that a browser or an office program would run is among them.</summary>
/// <param name="Type">The content type.</param>
/// <param name="Name">What people call it, in Dutch.</param>
/// <param name="Endings">The endings that fit; the first one is given when another was used.</param>
public sealed record FileKind(string Type, string Name, params string[] Endings)
{
    private const int HeadLength = 16, TextBuffer = 32 << 10;

    private const string Refused =
        "Dit soort bestand kan hier niet. Kies een PDF, een afbeelding (JPG, PNG, WebP, GIF), een Office- of ODF-bestand, of een tekstbestand (TXT, CSV, MD, JSON).";

    internal static readonly FileKind Pdf = new("application/pdf", "PDF", ".pdf"),
        Png = new("image/png", "Afbeelding (PNG)", ".png"),
        Jpeg = new("image/jpeg", "Afbeelding (JPG)", ".jpg", ".jpeg"),
        Gif = new("image/gif", "Afbeelding (GIF)", ".gif"),
        WebP = new("image/webp", "Afbeelding (WebP)", ".webp");

    private static readonly FileKind[] Texts =
    [
        new("text/plain", "Tekst", ".txt"),
        new("text/csv", "Tabel (CSV)", ".csv"),
        new("text/markdown", "Tekst (Markdown)", ".md"),
        new("application/json", "Gegevens (JSON)", ".json"),
    ];

    /// <summary>Everything that is taken.</summary>
    public static IReadOnlyList<FileKind> All { get; } = [Pdf, Png, Jpeg, Gif, WebP, .. OfficeFile.Kinds, .. Texts];

    /// <summary>All endings that fit, as HTML wants them: ".pdf,.png".</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(kind => kind.Endings));

    /// <summary>Whether it is an image.</summary>
    public bool IsImage => IsImageType(Type);

    /// <summary>Whether a content type is of an image.</summary>
    public static bool IsImageType(string type) => type.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>What people call this content type.</summary>
    public static string NameOf(string type) => All.FirstOrDefault(kind => kind.Type == type)?.Name ?? "Bestand";

    /// <summary>A name that somebody gave, safe to show and to save under, with an ending that fits.</summary>
    public static string NameFor(string name, string type) =>
        All.FirstOrDefault(kind => kind.Type == type) is { } kind ? FileName.Clean(name, kind) : name;

    /// <summary>Finds the kind by what stands in a file. Its name decides only which kind of text it is.</summary>
    /// <exception cref="RuleViolation">It is no kind that is taken.</exception>
    internal static async Task<FileKind> OfAsync(Stream content, string? name, CancellationToken cancellation)
    {
        var head = new byte[HeadLength];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        content.Position = 0;
        return OfHead(head.AsSpan(0, read))
            ?? (head.AsSpan().StartsWith("PK\u0003\u0004"u8) ? OfficeFile.KindOf(content) : null)
            ?? (await IsTextAsync(content, cancellation) ? TextBy(name) : null)
            ?? throw new RuleViolation("", Refused);
    }

    /// <summary>The ending that a name keeps or gets.</summary>
    internal string EndingOf(string name) =>
        Endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ?? Endings[0];

    private static FileKind? OfHead(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? Gif
        : head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8) ? WebP
        : null;

    private static FileKind TextBy(string? name) =>
        Array.Find(Texts, kind => kind.Endings.Any(ending => name?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) == true)) ?? Texts[0];

    // A text has no signs that steer a machine, whatever its letters are written in. It is served as text and nothing else.
    private static async Task<bool> IsTextAsync(Stream content, CancellationToken cancellation)
    {
        var buffer = new byte[TextBuffer];
        content.Position = 0;
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (buffer.AsSpan(0, read).ContainsAnyInRange((byte)0, (byte)8) || buffer.AsSpan(0, read).ContainsAnyInRange((byte)14, (byte)31))
                return false;
        }

        return true;
    }
}

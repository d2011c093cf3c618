using System.IO.Compression;
using System.Security.Cryptography;

namespace Parelmuur.Design;

/// <summary>One file that browsers load, in memory: plain, and packed as small as can be from the first browser on that takes it so.</summary>
internal sealed class Asset
{
    private readonly Lazy<byte[]>? brotli;
    private readonly Lazy<byte[]>? gzip;

    private Asset(string fileName, string contentType, byte[] plain)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..10];
        var dot = fileName.LastIndexOf('.');
        FingerprintedName = $"{fileName[..dot]}.{hash}{fileName[dot..]}";
        ContentType = contentType;
        ETag = $"\"{hash}\"";
        Plain = plain;
        // A woff2 file is brotli inside: packing it again only costs time.
        if (contentType.StartsWith("font/", StringComparison.Ordinal))
            return;
        brotli = new(() => Pack(plain, to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        gzip = new(() => Pack(plain, to => new GZipStream(to, CompressionLevel.SmallestSize)));
    }

    public string FingerprintedName { get; }

    public string ContentType { get; }

    public string ETag { get; }

    public byte[] Plain { get; }

    public byte[]? Brotli => brotli?.Value;

    public byte[]? Gzip => gzip?.Value;

    public static Asset Of(string fileName, byte[] content) => new(fileName, ContentTypeOf(fileName), content);

    private static string ContentTypeOf(string fileName) => Path.GetExtension(fileName) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml; charset=utf-8",
        ".woff2" => "font/woff2",
        var other => throw new ArgumentException($"No content type is known for '{other}'.", nameof(fileName)),
    };

    private static byte[] Pack(byte[] plain, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
            stream.Write(plain);
        return packed.ToArray();
    }
}

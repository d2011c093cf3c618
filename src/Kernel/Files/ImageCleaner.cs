using Parelmuur.Kernel.Rules;

namespace Parelmuur.Kernel.Files;

/// <summary>How large an image is shown, in pixels.</summary>
internal readonly record struct ImageSize(int Width, int Height);

/// <summary>Takes out of an image what the eye does not see: place, maker, device, notes, and anything glued behind it.</summary>
/// <remarks>It copies the parts that are known to be needed and leaves out the rest. The picture itself is not touched.</remarks>
internal static class ImageCleaner
{
    // Larger ones are made to bring a program that draws them to its knees.
    private const int MaxSide = 30_000;
    private const long MaxPixels = 200_000_000;

    /// <summary>Writes the clean image and tells its size.</summary>
    /// <exception cref="RuleViolation">It is damaged, or has more pixels than anybody shows.</exception>
    public static async Task<ImageSize> CleanAsync(FileKind kind, Stream image, Stream clean, CancellationToken cancellation)
    {
        image.Position = 0;
        ImageSize size;
        try
        {
            var parts = new ImageParts(new BufferedStream(image, FileChunk.Length), clean);
            size = kind.Type switch
            {
                "image/png" => PngImage.Clean(parts),
                "image/jpeg" => JpegImage.Clean(parts),
                "image/gif" => GifImage.Clean(parts),
                _ => WebPImage.Clean(parts),
            };
        }
        catch (Exception damage) when (damage is EndOfStreamException or InvalidDataException)
        {
            throw new RuleViolation("", "Deze afbeelding is beschadigd. Bewaar haar opnieuw en probeer het nog eens.");
        }

        if (size is not { Width: > 0 and <= MaxSide, Height: > 0 and <= MaxSide } || (long)size.Width * size.Height > MaxPixels)
            throw new RuleViolation("", "Deze afbeelding is te groot om te tonen. Maak haar kleiner, bijvoorbeeld 2000 bij 1500 pixels.");
        await clean.FlushAsync(cancellation);
        return size;
    }
}

/// <summary>Reads an image and writes the parts of it that stay.</summary>
internal sealed class ImageParts(Stream from, Stream to)
{
    private readonly byte[] buffer = new byte[16 << 10];

    /// <summary>What was written so far.</summary>
    public Stream To => to;

    public byte Byte() => from.ReadByte() is >= 0 and var value ? (byte)value : throw new EndOfStreamException();

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        from.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Whether the image ends here.</summary>
    public bool IsAtEnd(long length) => from.Position + length > from.Length;

    public void Write(ReadOnlySpan<byte> bytes) => to.Write(bytes);

    public void Copy(long count) => Move(count, keep: true);

    public void Skip(long count) => Move(count, keep: false);

    private void Move(long count, bool keep)
    {
        while (count > 0)
        {
            var read = from.Read(buffer, 0, (int)Math.Min(count, buffer.Length));
            if (read == 0)
                throw new EndOfStreamException();
            if (keep)
                to.Write(buffer, 0, read);
            count -= read;
        }
    }
}

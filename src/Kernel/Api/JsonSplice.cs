using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Parelmuur.Kernel.Api;

/// <summary>Writes one JSON object out of two: one that is kept as bytes, and one of this moment.</summary>
public sealed class JsonSplice : IDisposable
{
    private readonly PooledBuffer scratch = new(4 * 1024);
    private readonly Utf8JsonWriter writer;

    /// <summary>For as many objects as you like, one after another.</summary>
    public JsonSplice() => writer = new Utf8JsonWriter(scratch, ApiJson.Writing);

    /// <summary>Writes the properties of both as one object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="kept">A JSON object in UTF-8 with at least one property.</param>
    /// <param name="live">A value that is written as an object with at least one property.</param>
    /// <param name="type">How it is written.</param>
    public void Write<T>(Utf8JsonWriter json, ReadOnlySpan<byte> kept, T live, JsonTypeInfo<T> type)
    {
        scratch.Clear();
        scratch.Write(kept[..^1]);
        var seam = scratch.Length;
        writer.Reset();
        JsonSerializer.Serialize(writer, live, type);
        writer.Flush();
        scratch[seam] = (byte)',';
        json.WriteRawValue(scratch.Written.Span, skipInputValidation: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer.Dispose();
        scratch.Dispose();
    }
}

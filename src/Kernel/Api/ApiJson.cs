using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Parelmuur.Kernel.Api;

/// <summary>How the API writes JSON: camelCase, dates by ISO 8601, letters such as ë as they are.</summary>
public static class ApiJson
{
    /// <summary>For every writer of an answer.</summary>
    /// <remarks>Relaxed: nobody reads an answer as HTML, because its type is told and must not be guessed.</remarks>
    public static JsonWriterOptions Writing { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes one value to bytes of its own, to keep.</summary>
    public static byte[] Bytes<T>(T value, JsonTypeInfo<T> type)
    {
        using var buffer = new PooledBuffer(1024);
        using (var json = new Utf8JsonWriter(buffer, Writing))
            JsonSerializer.Serialize(json, value, type);
        return buffer.Written.ToArray();
    }
}

/// <summary>Writes the values of an enum as words in camelCase: "workPractice".</summary>
public sealed class CamelCaseEnums : JsonConverterFactory
{
    private readonly JsonStringEnumConverter words = new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        words.CreateConverter(typeToConvert, options);
}

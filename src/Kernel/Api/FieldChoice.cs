using System.Text.Json;

namespace Parelmuur.Kernel.Api;

/// <summary>Leaves of each result only the parts that the client wants.</summary>
internal static class FieldChoice
{
    private const string Results = "results";

    public static void Write(Utf8JsonWriter json, ReadOnlyMemory<byte> answer, IReadOnlySet<string> fields)
    {
        using var document = JsonDocument.Parse(answer);
        if (!document.RootElement.TryGetProperty(Results, out var results))
        {
            WriteChosen(json, document.RootElement, fields);
            return;
        }

        json.WriteStartObject();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (!property.NameEquals(Results))
            {
                property.WriteTo(json);
                continue;
            }

            json.WriteStartArray(Results);
            foreach (var result in results.EnumerateArray())
                WriteChosen(json, result, fields);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteChosen(Utf8JsonWriter json, JsonElement result, IReadOnlySet<string> fields)
    {
        json.WriteStartObject();
        foreach (var property in result.EnumerateObject())
        {
            if (fields.Contains(property.Name))
                property.WriteTo(json);
        }

        json.WriteEndObject();
    }
}

using System.Text.Json;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Kernel.Api;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Api;

/// <summary>Facets as the API names them and writes them.</summary>
internal static class Facets
{
    public static IReadOnlyList<string> All { get; } =
    [
        FacetNames.Stage, FacetNames.Kind, FacetNames.Theme, FacetNames.Province, FacetNames.Size,
        FacetNames.Confirmed, FacetNames.Source,
    ];

    /// <summary>The facets that were asked, with commas between.</summary>
    public static IReadOnlyList<string> Names(string? text, Input input, IReadOnlyList<string> whenNone)
    {
        var names = (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!All.ToHashSet().IsSupersetOf(names))
            input.Wrong("query", "facets", "unknown", $"Kies bij facets uit: {string.Join(", ", All)}.");
        return names.Length == 0 ? whenNone : names;
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> facets)
    {
        json.WriteStartObject("facets");
        foreach (var (name, counts) in facets)
        {
            json.WriteStartArray(name);
            // A tip has no stage yet; only the wall counts it beside them.
            foreach (var (value, count) in counts.Where(each => each.Value != FacetNames.Tip))
            {
                json.WriteStartObject();
                json.WriteString("value", IsEnum(name) ? JsonNamingPolicy.CamelCase.ConvertName(value) : value);
                json.WriteNumber("count", count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static bool IsEnum(string name) => name is FacetNames.Stage or FacetNames.Kind or FacetNames.Size;
}

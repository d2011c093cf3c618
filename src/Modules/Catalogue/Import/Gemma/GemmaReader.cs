using System.Runtime.CompilerServices;
using System.Text.Json;
using Parelmuur.Catalogue.Import.Input;

namespace Parelmuur.Catalogue.Import.Gemma;

/// <summary>Reads components, national ones too, and standards from the elements of GEMMA, one a line.</summary>
/// <remarks>
/// Which component implements which standard stands in a file beside it: a table of components with their standards, or
/// else all relations of the architecture, of which a component that realises a standard counts. Other elements are no
/// solutions and are passed over.
/// </remarks>
internal sealed class GemmaReader(InputFile file) : EntryReader(file)
{
    private const string Table = "gemma-component-standaard.jsonl", Relations = "gemma-relaties.jsonl";

    private Dictionary<string, List<string>>? standards;

    public override string Source => "gemma";

    public override string Name => "GEMMA";

    public override async IAsyncEnumerable<ImportedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        standards ??= await StandardsAsync(cancellation);
        await using var stream = await TextEncoding.AsUtf8Async(file.Open(), cancellation);
        var isGemma = false;
        await foreach (var piece in new JsonPieces(stream).LinesAsync(cancellation))
        {
            var row = Read(piece, standards);
            isGemma |= row is not RefusedRow;
            if (row is not PassedOver)
                yield return row;
        }

        if (!isGemma)
            throw new ImportFault("Dit bestand is geen export van GEMMA: er staat geen element in, één per regel.");
    }

    private static ImportedRow Read(JsonPiece piece, Dictionary<string, List<string>> standards)
    {
        if (piece.Fault is not null)
            return new RefusedRow(piece.Number, "", "", piece.Fault);
        try
        {
            using var json = JsonDocument.Parse(piece.Bytes);
            return GemmaElement.Read(piece.Number, json.RootElement, standards);
        }
        catch (JsonException)
        {
            return new RefusedRow(piece.Number, "", "", "Deze regel is geen geldige JSON.");
        }
    }

    private async Task<Dictionary<string, List<string>>> StandardsAsync(CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var beside = new[] { Table, Relations }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (beside is null)
            return found;
        await using var stream = File.OpenRead(beside);
        await foreach (var piece in new JsonPieces(stream).LinesAsync(cancellation))
        {
            using var json = JsonDocument.Parse(piece.Bytes);
            foreach (var (component, standard) in Pairs(json.RootElement))
            {
                if (!found.TryGetValue(component, out var list))
                    found[component] = list = [];
                list.Add(standard);
            }
        }

        return found;
    }

    private static IEnumerable<(string Component, string Standard)> Pairs(JsonElement line)
    {
        if (line.TryGetProperty("standaarden", out var list) && Text(line, "component_id") is { } component)
            return [.. list.EnumerateArray().Select(each => Text(each, "id")).OfType<string>().Select(standard => (component, standard))];
        return Text(line, "type") == "RealizationRelationship" && Text(line, "bron") is { } from && Text(line, "doel") is { } to
            ? [(from, to)]
            : [];
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>An element that is no component and no standard.</summary>
internal sealed record PassedOver(long Row, string SourceId) : ImportedRow(Row, SourceId);

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

    private Beside? beside;

    public override string Source => "gemma";

    public override string Name => "GEMMA";

    public override async IAsyncEnumerable<ImportedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        beside ??= await ReadBesideAsync(cancellation);
        foreach (var refused in beside.Refused)
            yield return refused;
        await using var stream = await TextEncoding.AsUtf8Async(file.Open(), cancellation);
        var isGemma = false;
        await foreach (var piece in new JsonPieces(stream).LinesAsync(cancellation))
        {
            var row = piece.Row(json => GemmaElement.Read(piece.Number, json, beside.Standards));
            isGemma |= row is not RefusedRow;
            if (row is not PassedOver)
                yield return row;
        }

        if (!isGemma)
            throw new ImportFault("Dit bestand is geen export van GEMMA: er staat geen element in, één per regel.");
    }

    private async Task<Beside> ReadBesideAsync(CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        var found = new Beside();
        var path = new[] { Table, Relations }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (path is null)
            return found;
        await using var input = await InputFile.TakeAsync(path, long.MaxValue, cancellation);
        await using var stream = await TextEncoding.AsUtf8Async(input.Open(), cancellation);
        await foreach (var piece in new JsonPieces(stream).LinesAsync(cancellation))
        {
            if (piece.Read(found.Add) is { } reason)
                found.Refused.Add(new(piece.Number, input.Name, "", $"{input.Name}, regel {piece.Number}: {reason}"));
        }

        return found;
    }

    /// <summary>What stands in the file beside the elements.</summary>
    private sealed class Beside
    {
        /// <summary>The ids of the standards that each component implements.</summary>
        public Dictionary<string, List<string>> Standards { get; } = new(StringComparer.Ordinal);

        /// <summary>The lines that cannot be used.</summary>
        public List<RefusedRow> Refused { get; } = [];

        /// <summary>Adds what a line says, all or nothing.</summary>
        /// <returns>Why the line cannot be used.</returns>
        public string? Add(JsonElement line)
        {
            if (line.ValueKind != JsonValueKind.Object)
                return "Hier staat geen object tussen accolades.";
            if (line.TryGetProperty("standaarden", out var list) && Text(line, "component_id") is { } component)
            {
                if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(each => each.ValueKind != JsonValueKind.Object))
                    return "Het veld ‘standaarden’ is geen lijst van objecten.";
                Of(component).AddRange([.. list.EnumerateArray().Select(each => Text(each, "id")).OfType<string>()]);
            }
            else if (Text(line, "type") == "RealizationRelationship" && Text(line, "bron") is { } from && Text(line, "doel") is { } to)
            {
                Of(from).Add(to);
            }

            return null;
        }

        private List<string> Of(string component)
        {
            if (!Standards.TryGetValue(component, out var list))
                Standards[component] = list = [];
            return list;
        }

        private static string? Text(JsonElement json, string name) =>
            json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}

/// <summary>An element that is no component and no standard.</summary>
internal sealed record PassedOver(long Row, string SourceId) : ImportedRow(Row, SourceId);

using System.Runtime.CompilerServices;
using System.Text.Json;
using Parelmuur.Catalogue.Import.Input;

namespace Parelmuur.Catalogue.Import.AlgorithmRegister;

/// <summary>Reads the public register of algorithms: an array of objects, or an object that holds one.</summary>
internal sealed class RegisterReader(InputFile file) : EntryReader(file)
{
    public override string Source => "algoritmeregister";

    public override string Name => "Algoritmeregister";

    public override async IAsyncEnumerable<ImportedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = await TextEncoding.AsUtf8Async(file.Open(), cancellation);
        var pieces = new JsonPieces(stream);
        await foreach (var piece in pieces.ObjectsAsync(cancellation))
        {
            var row = RegisterRow.Read(piece);
            if (row is ImportedEntry entry)
            {
                Saw(entry.Seen);
                Saw(entry.Published);
            }

            yield return row;
        }

        if (!pieces.FoundArray)
            throw new ImportFault("Dit bestand is geen export van het Algoritmeregister: er staat geen lijst in.");
        Saw(FetchedOn(pieces.Outside));
    }

    private static DateOnly? FetchedOn(ReadOnlyMemory<byte> outside)
    {
        try
        {
            using var json = JsonDocument.Parse(outside);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("fetched_at", out var moment)
                && moment.ValueKind == JsonValueKind.String
                && moment.TryGetDateTimeOffset(out var fetched)
                    ? DateOnly.FromDateTime(fetched.UtcDateTime)
                    : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

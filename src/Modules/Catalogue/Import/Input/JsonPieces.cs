using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Parelmuur.Catalogue.Import.Input;

/// <summary>One object of a long JSON text.</summary>
/// <param name="Number">Which one, from 1; in JSON Lines the number of the line.</param>
/// <param name="Bytes">Its bytes, valid until the next piece; empty when there is a fault.</param>
/// <param name="Fault">Why it cannot be used, in Dutch; null when it can.</param>
internal readonly record struct JsonPiece(long Number, ReadOnlyMemory<byte> Bytes, string? Fault)
{
    /// <summary>Reads it.</summary>
    /// <param name="read">Takes over what stands in it, or says in Dutch why it cannot.</param>
    /// <returns>Why it cannot be used, in Dutch; null when it was read.</returns>
    public string? Read(Func<JsonElement, string?> read)
    {
        if (Fault is not null)
            return Fault;
        try
        {
            using var json = JsonDocument.Parse(Bytes);
            return read(json.RootElement);
        }
        catch (JsonException)
        {
            return "Dit is geen geldige JSON.";
        }
        catch (InvalidOperationException)
        {
            // The parser looks at brackets and quotes; half a character shows only when its text is asked.
            return "Hierin staat een teken dat niet te lezen is. Het is half, of niet in UTF-8 geschreven.";
        }
    }

    /// <summary>Makes a row of it, or refuses it with the reason.</summary>
    public ImportedRow Row(Func<JsonElement, ImportedRow> read)
    {
        ImportedRow? row = null;
        var reason = Read(json =>
        {
            row = read(json);
            return null;
        });
        return row ?? new RefusedRow(Number, "", "", reason ?? "");
    }
}

/// <summary>Cuts a long JSON text into its objects without holding more than one of them.</summary>
/// <remarks>
/// It follows only brackets and quotes, so that one broken object does not spoil the others. A quote that is not closed
/// ends at the end of its line: JSON has no line ends inside a text.
/// </remarks>
internal sealed class JsonPieces(Stream utf8)
{
    /// <summary>The longest object, in bytes.</summary>
    public const int MaxPiece = 1 << 20;

    private const int MaxOutside = 1 << 16, MostLevels = 100_000;

    private readonly ArrayBufferWriter<byte> piece = new(4096);
    private readonly ArrayBufferWriter<byte> outside = new(256);
    private readonly List<JsonPiece> found = [];
    private readonly List<byte> open = [];
    private bool inText, escaped, inPiece, tooLong, inStray;
    private byte last;
    private int pieceDepth;
    private long number;

    /// <summary>What stands around the array: the other properties of the outermost object. Known at the end.</summary>
    public ReadOnlyMemory<byte> Outside => outside.WrittenMemory;

    /// <summary>Whether an array was found at all.</summary>
    public bool FoundArray { get; private set; }

    /// <summary>The objects of the array that is the text, or that is a property of the object that is the text.</summary>
    public async IAsyncEnumerable<JsonPiece> ObjectsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        int count;
        while ((count = await utf8.ReadAsync(buffer, cancellation)) > 0)
        {
            for (var index = 0; index < count; index++)
            {
                if (open.Count > MostLevels)
                {
                    yield return new(number + (inPiece ? 0 : 1), default, "Hier staan te veel haken in elkaar; vanaf hier is niets te lezen.");
                    yield break;
                }

                if (Next(buffer[index]) is not { } whole)
                    continue;
                yield return whole;
                if (!inPiece)
                    piece.ResetWrittenCount();
            }
        }

        if (open.Count > 0)
            yield return new(number + (inPiece ? 0 : 1), default, "Het bestand houdt hier op: het is niet heel.");
    }

    /// <summary>The lines of JSON Lines; empty lines are passed over.</summary>
    public async IAsyncEnumerable<JsonPiece> LinesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        int count;
        while ((count = await utf8.ReadAsync(buffer, cancellation)) > 0)
        {
            for (var from = 0; from < count;)
            {
                var length = buffer.AsSpan(from, count - from).IndexOf((byte)'\n');
                Keep(buffer.AsSpan(from, length < 0 ? count - from : length));
                from = length < 0 ? count : from + length + 1;
                if (length < 0)
                    continue;
                if (Line() is { } line)
                    yield return line;
                piece.ResetWrittenCount();
            }
        }

        if (Line() is { } last)
            yield return last;
    }

    private JsonPiece? Line()
    {
        number++;
        var isEmpty = !tooLong && piece.WrittenSpan.Trim(" \t\r"u8).IsEmpty;
        return isEmpty ? null : Whole();
    }

    private JsonPiece? Next(byte letter)
    {
        if (inPiece)
            Keep([letter]);
        else if (open.Count <= 1 && outside.WrittenCount < MaxOutside && letter is not ((byte)'}' or (byte)']'))
            outside.Write([letter]);

        if (inText)
        {
            (inText, escaped) = letter switch
            {
                (byte)'\n' => (false, false),
                _ when escaped => (true, false),
                (byte)'\\' => (true, true),
                (byte)'"' => (false, false),
                _ => (true, false),
            };
            return null;
        }

        if (letter is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            return null;
        var before = last;
        last = letter;
        switch (letter)
        {
            case (byte)'{' or (byte)'[':
                return Open(letter, before);
            case (byte)'}' or (byte)']':
                return Close(letter);
            case (byte)',':
                inStray = false;
                return null;
            default:
                inText = letter == (byte)'"';
                return AtElement ? Stray() : null;
        }
    }

    // Inside the array, not inside one of its objects.
    private bool AtElement => !inPiece && open is [(byte)'['] or [(byte)'{', (byte)'['];

    private JsonPiece? Open(byte bracket, byte before)
    {
        JsonPiece? fault = null;
        if (AtElement && bracket == (byte)'[')
        {
            fault = Stray();
        }
        else if (inPiece && bracket == (byte)'{' && before != (byte)':' && open[^1] == (byte)'{')
        {
            // In an object another can only follow a colon: the one before was never closed.
            fault = new(number, default, "Dit object is niet afgesloten.");
            open.RemoveRange(pieceDepth, open.Count - pieceDepth);
            inPiece = tooLong = false;
            piece.ResetWrittenCount();
        }

        if (AtElement && bracket == (byte)'{')
        {
            (inPiece, pieceDepth) = (true, open.Count);
            number++;
            Keep([bracket]);
        }

        open.Add(bracket);
        FoundArray |= AtElement;
        return fault;
    }

    private JsonPiece? Close(byte bracket)
    {
        var opened = open.LastIndexOf(bracket == (byte)'}' ? (byte)'{' : (byte)'[');
        if (opened < (inPiece ? pieceDepth : 0) || (AtElement && bracket == (byte)'}'))
            return null;
        open.RemoveRange(opened, open.Count - opened);
        if (open.Count <= 1 && !inPiece && outside.WrittenCount < MaxOutside)
            outside.Write([bracket]);
        if (!inPiece || open.Count > pieceDepth)
            return null;
        inPiece = false;
        return Whole();
    }

    private JsonPiece? Stray()
    {
        if (inStray)
            return null;
        inStray = true;
        return new(++number, default, "Hier staat geen object tussen accolades.");
    }

    private JsonPiece Whole()
    {
        var whole = tooLong
            ? new JsonPiece(number, default, $"Deze regel is langer dan {MaxPiece / 1024:N0} kB.")
            : new JsonPiece(number, piece.WrittenMemory, null);
        tooLong = false;
        return whole;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        tooLong |= piece.WrittenCount + bytes.Length > MaxPiece;
        if (!tooLong)
            piece.Write(bytes);
    }
}

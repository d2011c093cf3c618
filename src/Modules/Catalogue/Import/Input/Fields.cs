using System.Text.Json;
using Parelmuur.Catalogue.Solutions;

namespace Parelmuur.Catalogue.Import.Input;

/// <summary>Reads the fields of one row as plain text and remembers what had to be cleaned.</summary>
internal sealed class Fields(Func<string, string?> field)
{
    private const int LineLength = 500;

    /// <summary>The fields of a JSON object; a text, number or boolean will do.</summary>
    public Fields(JsonElement json)
        : this(_ => null) => field = name => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => null,
                JsonValueKind.Object or JsonValueKind.Array => NoText(name),
                _ => value.GetRawText(),
            }
            : null;

    private Func<string, string?> field = field;

    /// <summary>What was taken out or cut short.</summary>
    public List<string> Cleaned { get; } = [];

    /// <summary>The first field that holds something else than a text.</summary>
    public string? WrongType { get; private set; }

    /// <summary>A text that may have several lines.</summary>
    public string Text(string name, int length)
    {
        var text = PlainText.Of(field(name), out var hadMarkup);
        if (hadMarkup)
            Cleaned.Add($"Uit ‘{name}’ is opmaak (HTML) gehaald.");
        if (text.Length <= length)
            return text;
        Cleaned.Add($"‘{name}’ is ingekort van {text.Length} naar {length} tekens.");
        return Shorten.Cut(text, length);
    }

    /// <summary>A text on one line.</summary>
    public string Line(string name) => Text(name, LineLength).ReplaceLineEndings(" ");

    /// <summary>An address on the web; empty when it is anything else.</summary>
    public string Url(string name)
    {
        var text = Line(name);
        if (IsWebAddress(text))
            return text;
        if (text.Length > 0)
            Cleaned.Add($"‘{name}’ is geen adres op het web en is weggelaten.");
        return "";
    }

    /// <summary>Whether a text is an address that a reader may follow.</summary>
    public static bool IsWebAddress(string text) =>
        text.Length <= Solution.UrlLength && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private string? NoText(string name)
    {
        WrongType ??= name;
        return null;
    }
}

using System.Text.Json.Serialization.Metadata;

namespace Parelmuur.Kernel.Api;

/// <summary>Reads the parameters of a request and remembers everything that is wrong with them.</summary>
public sealed class Input
{
    private const int MaxFields = 100;
    private readonly List<InputError> errors = [];

    /// <summary>Whether all is well so far.</summary>
    public bool IsValid => errors.Count == 0;

    /// <summary>The answer when it is not.</summary>
    public InvalidInput Problem => new(errors);

    /// <summary>How many results the client wants on a page.</summary>
    public int Size(int? asked, string source = "query")
    {
        if (asked is < 1 or > Paging.MaxSize)
            Wrong(source, "pageSize", "invalid", $"Kies voor pageSize een getal van 1 tot en met {Paging.MaxSize}.");
        return asked ?? Paging.DefaultSize;
    }

    /// <summary>Where the page begins.</summary>
    public Cursor Cursor(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return Api.Cursor.Start;
        if (!Api.Cursor.TryParse(text, out var cursor))
            Wrong("query", "cursor", "invalid", "Deze cursor kennen we niet. Neem hem over uit next of prev, of laat hem weg.");
        return cursor;
    }

    /// <summary>The parts of each result that the client wants; null means all.</summary>
    /// <param name="text">Names with commas between.</param>
    /// <param name="type">What there is to choose from.</param>
    public IReadOnlySet<string>? Fields(string? text, JsonTypeInfo type)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var names = text.Split(',', MaxFields, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        var known = type.Properties.Select(property => property.Name).ToList();
        if (!names.IsSubsetOf(known))
            Wrong("query", "fields", "unknown", $"Kies bij fields uit: {string.Join(", ", known)}.");
        return names;
    }

    /// <summary>One of the words of an enum; null when nothing was asked.</summary>
    public T? OneOf<T>(string name, string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Word(value), text, StringComparison.Ordinal))
                return value;
        }

        Wrong("query", name, "unknown", $"Kies bij {name} uit: {string.Join(", ", Enum.GetValues<T>().Select(Word))}.");
        return null;
    }

    /// <summary>Remembers a mistake.</summary>
    /// <param name="source">"query" or "body".</param>
    /// <param name="name">The parameter, or the property of the body.</param>
    /// <param name="code">The kind of mistake.</param>
    /// <param name="detail">What to do about it, in Dutch.</param>
    public void Wrong(string source, string name, string code, string detail) => errors.Add(new(
        source, source == "body" ? new(Place: $"#/{name}") : new(Name: name), code, detail));

    /// <summary>How the API writes a value of an enum.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

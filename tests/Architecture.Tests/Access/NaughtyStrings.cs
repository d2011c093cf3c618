using System.Text.Json;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>Texts that break careless software, in pieces that fit in one field.</summary>
internal static class NaughtyStrings
{
    private const string File = "conformance/fuzz/blns.json";
    private const int PieceLength = 1_800;

    /// <summary>Those that we keep ourselves, so that the walk never walks with nothing.</summary>
    public static IReadOnlyList<string> Own { get; } =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus='alert(1)", "</textarea><iframe src=//x>",
        "javascript:alert(1)", "{{7*7}} ${7*7} {0} {1:N0} %s", "'; DROP TABLE ledger; --", "ab\u0001\u202E\uFEFF", "1e309", "-2147483649",
        "\u0338\u0338 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L", "👩‍👩‍👧‍👦🏳️‍🌈", "../../../../etc/passwd", "00000000-0000-0000-0000-000000000000", "9999-99-99", "%00%ff%%", "a\0b", "\0", " ", "",
    ];

    /// <summary>The well-known list, many in one piece; nothing where it does not lie beside the repository.</summary>
    public static IReadOnlyList<string> Known() =>
        SharedData.Exists(File) ? [.. Pieces(JsonSerializer.Deserialize<string[]>(System.IO.File.ReadAllText(SharedData.Path(File)))!)] : [];

    private static IEnumerable<string> Pieces(IEnumerable<string> texts)
    {
        var piece = "";
        foreach (var text in texts.Where(text => text.Length > 0))
        {
            if (piece.Length > 0 && piece.Length + text.Length > PieceLength)
            {
                yield return piece;
                piece = "";
            }

            piece = piece.Length == 0 ? text : $"{piece} {text}";
        }

        yield return piece;
    }
}

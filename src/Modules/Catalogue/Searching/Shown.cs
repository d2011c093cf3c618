using Parelmuur.Search;

namespace Parelmuur.Catalogue.Searching;

/// <summary>From what Search answers to what Design draws.</summary>
internal static class Shown
{
    /// <summary>Pieces of text, ready to be drawn.</summary>
    public static IReadOnlyList<Design.TextPiece> ToDesign(this IReadOnlyList<TextPiece> pieces) =>
        [.. pieces.Select(piece => new Design.TextPiece(piece.Text, piece.Marked))];

    /// <summary>Several quotes as one line: “…” and “…”.</summary>
    public static IReadOnlyList<Design.TextPiece> Quoted(
        this IReadOnlyList<IReadOnlyList<TextPiece>> quotes, string and) =>
    [
        .. quotes.SelectMany((quote, at) => new[] { new Design.TextPiece(at == 0 ? "“" : $" {and} “", false) }
            .Concat(quote.ToDesign()).Append(new Design.TextPiece("”", false))),
    ];
}

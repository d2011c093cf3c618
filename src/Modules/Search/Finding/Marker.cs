using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Finding;

/// <summary>Cuts a text into pieces and marks the words that are kin to asked words.</summary>
internal static class Marker
{
    public static IReadOnlyList<TextPiece> Mark(Analyzer analyzer, string text, Predicate<Term> isMarked)
    {
        List<TextPiece> pieces = [];
        var written = 0;
        foreach (var token in analyzer.Tokens(text))
        {
            if (token.Start < written || token.Term.IsStopWord || !isMarked(token.Term))
                continue;
            if (token.Start > written)
                Add(pieces, text[written..token.Start], marked: false);
            written = token.Start + token.Length;
            Add(pieces, text[token.Start..written], marked: true);
        }

        if (written < text.Length)
            Add(pieces, text[written..], marked: false);
        return pieces;
    }

    // Marked words with nothing but a space in between read better as one piece.
    private static void Add(List<TextPiece> pieces, string text, bool marked)
    {
        if (marked && pieces is [.., { Marked: true } word, { Marked: false, Text: " " }])
        {
            pieces.RemoveRange(pieces.Count - 2, 2);
            pieces.Add(new TextPiece($"{word.Text} {text}", Marked: true));
        }
        else
        {
            pieces.Add(new TextPiece(text, marked));
        }
    }
}

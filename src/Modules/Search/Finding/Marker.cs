using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Finding;

/// <summary>Cuts a text into pieces and marks the words that are kin to asked words.</summary>
internal static class Marker
{
    public static IReadOnlyList<TextPiece> Mark(Analyzer analyzer, string text, Predicate<Term> isMarked)
    {
        List<TextPiece> pieces = [];
        var written = 0;
        var (start, end) = (0, 0);
        foreach (var token in new Tokens(text))
        {
            if (token.Start < end || analyzer.Term(token.In(text)) is not { IsStopWord: false } term || !isMarked(term))
                continue;
            // Marked words with nothing but a space in between read better as one piece.
            if (end == 0 || token.Start != end + 1 || text[end] != ' ')
            {
                Write();
                start = token.Start;
            }

            end = token.Start + token.Length;
        }

        Write();
        if (written < text.Length)
            pieces.Add(new(text[written..], Marked: false));
        return pieces;

        void Write()
        {
            if (start > written)
                pieces.Add(new(text[written..start], Marked: false));
            if (end > start)
                pieces.Add(new(text[start..end], Marked: true));
            written = end;
        }
    }
}

using System.Text.RegularExpressions;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.CheckFirst;

/// <summary>A text in sentences, to quote the few that say most.</summary>
internal sealed partial class Sentences(string text)
{
    /// <summary>A quote is at most about this many characters.</summary>
    public const int QuoteLength = 150;

    // A plan of a hundred pages is searched whole, but quoted from its first part.
    private const int MaxSentences = 400;

    private readonly string[] sentences =
        [.. Ends().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0).Take(MaxSentences)];

    /// <summary>The sentences with most marked words, in the order of the text, cut around those words.</summary>
    /// <param name="mark">Marks the words of one sentence.</param>
    /// <param name="count">How many sentences at most.</param>
    public IReadOnlyList<IReadOnlyList<TextPiece>> Telling(Func<string, IReadOnlyList<TextPiece>> mark, int count) =>
    [
        .. sentences
            .Select((sentence, at) => (Pieces: mark(sentence), At: at))
            .Select(each => (each.Pieces, each.At, Weight: Weight(each.Pieces)))
            .Where(each => each.Weight > 0)
            .OrderByDescending(each => each.Weight).ThenBy(each => each.At)
            .Take(count)
            .OrderBy(each => each.At)
            .Select(each => Cut(each.Pieces)),
    ];

    // Different marked words count, not the same one twice; longer words say more.
    private static int Weight(IReadOnlyList<TextPiece> pieces) =>
        pieces.Where(piece => piece.Marked).Select(piece => piece.Text.ToUpperInvariant()).Distinct().Sum(word => word.Length);

    private static IReadOnlyList<TextPiece> Cut(IReadOnlyList<TextPiece> pieces)
    {
        if (pieces.Sum(piece => piece.Text.Length) <= QuoteLength)
            return pieces;
        var cut = new List<TextPiece>();
        var room = QuoteLength;
        var first = pieces.ToList().FindIndex(piece => piece.Marked);
        if (first > 0)
            cut.Add(new(TailOf(pieces[first - 1].Text, QuoteLength / 3), false));
        room -= cut.Sum(piece => piece.Text.Length);
        foreach (var piece in pieces.Skip(first))
        {
            cut.Add(piece.Text.Length <= room ? piece : piece with { Text = HeadOf(piece.Text, room) });
            room -= piece.Text.Length;
            if (room <= 0)
                break;
        }

        return cut;
    }

    private static string HeadOf(string text, int room)
    {
        var space = text.LastIndexOf(' ', Math.Clamp(room, 0, text.Length - 1));
        return (space > 0 ? text[..space] : text[..Math.Clamp(room, 0, text.Length)]).TrimEnd(',', ';', ' ') + " …";
    }

    private static string TailOf(string text, int room)
    {
        if (text.Length <= room)
            return text;
        var space = text.IndexOf(' ', text.Length - room);
        return "… " + (space > 0 ? text[(space + 1)..] : text[^room..]);
    }

    [GeneratedRegex(@"(?<=[.!?])\s+|[\r\n]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ends();
}

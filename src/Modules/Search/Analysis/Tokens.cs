namespace Parelmuur.Search.Analysis;

/// <summary>Walks through the words of a text; made for <c>foreach</c>.</summary>
/// <remarks>
/// A word runs on over an apostrophe ("foto's"), a hyphen ("DSO-LV", then given whole and in pieces), a point or comma
/// between digits ("2.1") and an ampersand ("B&amp;W"). Letters with points between them are one word ("b.v.").
/// </remarks>
internal ref struct Tokens(ReadOnlySpan<char> text)
{
    private const int MostPieces = 6;

    private readonly ReadOnlySpan<char> text = text;
    private int next;
    private int position;
    private int piecesEnd;

    /// <summary>The word where the walk is.</summary>
    public Token Current { get; private set; }

    /// <summary>Lets <c>foreach</c> use this as its own enumerator.</summary>
    public readonly Tokens GetEnumerator() => this;

    /// <summary>Steps to the next word.</summary>
    public bool MoveNext()
    {
        while (next < text.Length && !Folding.IsWord(text[next]))
            next++;
        if (next >= text.Length)
            return false;

        var start = next;
        if (start < piecesEnd)
            return Give(start, PieceEnd(start));
        if (DottedEnd(start) is var dotted && dotted > 0)
            return Give(start, dotted);

        var end = PieceEnd(start);
        if (!JoinsNext(end))
            return Give(start, end);
        return GiveWhole(start, end);
    }

    private bool Give(int start, int end)
    {
        next = end;
        Current = new Token(start, end - start, position++, 1);
        return true;
    }

    private bool GiveWhole(int start, int firstEnd)
    {
        var (end, pieces, letters) = (firstEnd, 1, HasLetter(start, firstEnd));
        while (JoinsNext(end))
        {
            var piece = end + 1;
            end = PieceEnd(piece);
            letters |= HasLetter(piece, end);
            pieces++;
        }

        piecesEnd = end;
        if (pieces > MostPieces || !letters)
            return Give(start, firstEnd);
        next = start;
        Current = new Token(start, end - start, position, pieces);
        return true;
    }

    private readonly bool JoinsNext(int end) =>
        end + 1 < text.Length && Folding.IsHyphen(text[end]) && Folding.IsWord(text[end + 1]);

    private readonly bool HasLetter(int start, int end)
    {
        foreach (var letter in text[start..end])
        {
            if (char.IsLetter(letter))
                return true;
        }

        return false;
    }

    private readonly int PieceEnd(int start)
    {
        var end = start + 1;
        while (end < text.Length && (Folding.IsWord(text[end]) || RunsOnOver(end)))
            end++;
        return end;
    }

    private readonly bool RunsOnOver(int mark)
    {
        if (mark + 1 >= text.Length)
            return false;
        var (before, after) = (text[mark - 1], text[mark + 1]);
        return text[mark] switch
        {
            '.' or ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '&' => char.IsLetter(before) && char.IsLetter(after),
            var letter => Folding.IsApostrophe(letter) && char.IsLetterOrDigit(before) && char.IsLetter(after),
        };
    }

    /// <summary>Where "o.a." or "W.O.Z." ends; 0 when the text has no such thing here.</summary>
    private readonly int DottedEnd(int start)
    {
        var letters = 0;
        var at = start;
        while (at < text.Length && char.IsLetter(text[at]) && (at + 1 == text.Length || !Folding.IsWord(text[at + 1])))
        {
            letters++;
            if (at + 1 == text.Length || text[at + 1] != '.')
                return letters > 1 ? at + 1 : 0;
            at += 2;
        }

        return letters > 1 ? at - 1 : 0;
    }
}

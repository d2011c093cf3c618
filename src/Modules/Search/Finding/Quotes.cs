namespace Parelmuur.Search.Finding;

/// <summary>Finds what stands between double quotes, straight or curly.</summary>
internal static class Quotes
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("\"“”„«»");

    public static IEnumerable<string> In(string text)
    {
        for (var open = text.AsSpan().IndexOfAny(Marks); open >= 0;)
        {
            var length = text.AsSpan(open + 1).IndexOfAny(Marks);
            if (length < 0)
                yield break;
            yield return text.Substring(open + 1, length);
            var next = open + length + 2;
            var step = text.AsSpan(next).IndexOfAny(Marks);
            open = step < 0 ? -1 : next + step;
        }
    }
}

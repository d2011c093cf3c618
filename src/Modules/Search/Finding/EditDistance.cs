namespace Parelmuur.Search.Finding;

/// <summary>How many slips of the pen lie between two words: a letter too many, too few, another one, or two swapped.</summary>
internal static class EditDistance
{
    private const int LongestWord = 64;

    /// <summary>The number of slips, or <paramref name="most"/> + 1 when there are more.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most || left.Length >= LongestWord || right.Length >= LongestWord)
            return most + 1;

        Span<byte> rows = stackalloc byte[3 * LongestWord];
        var beforeLast = rows[..LongestWord];
        var last = rows[LongestWord..(2 * LongestWord)];
        var current = rows[(2 * LongestWord)..];
        for (var column = 0; column <= right.Length; column++)
            last[column] = (byte)column;
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = (byte)row;
            var lowest = current[0];
            for (var column = 1; column <= right.Length; column++)
            {
                var same = left[row - 1] == right[column - 1];
                var slips = Math.Min(Math.Min(last[column], current[column - 1]) + 1, last[column - 1] + (same ? 0 : 1));
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    slips = Math.Min(slips, beforeLast[column - 2] + 1);
                current[column] = (byte)slips;
                lowest = Math.Min(lowest, current[column]);
            }

            if (lowest > most)
                return most + 1;
            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[right.Length];
    }
}

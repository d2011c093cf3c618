namespace Parelmuur.Search.Finding;

/// <summary>Parts the best of many from the rest without ordering them all.</summary>
internal static class Selection
{
    /// <summary>Brings the first so many in an order to the front; the last of those stands at the end of them.</summary>
    /// <remarks>Parts again and again the side where the border lies.</remarks>
    /// <param name="items">More than <paramref name="count"/>, or as many.</param>
    /// <param name="count">At least 1.</param>
    /// <param name="order">Negative when the left one comes first. A struct, so that it is compiled into the loop.</param>
    public static void BringForward<T, TOrder>(Span<T> items, int count, TOrder order)
        where TOrder : struct, IComparer<T>
    {
        var (from, to) = (0, items.Length - 1);
        while (from < to)
        {
            var (low, high, middle) = (from, to, items[(from + to) / 2]);
            while (low <= high)
            {
                while (order.Compare(items[low], middle) < 0)
                    low++;
                while (order.Compare(middle, items[high]) < 0)
                    high--;
                if (low <= high)
                    (items[low], items[high]) = (items[high--], items[low++]);
            }

            (from, to) = count - 1 <= high ? (from, high) : count - 1 >= low ? (low, to) : (0, 0);
        }
    }
}

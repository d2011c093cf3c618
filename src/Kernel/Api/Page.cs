using Microsoft.AspNetCore.Http;

namespace Parelmuur.Kernel.Api;

/// <summary>One page of a list.</summary>
/// <param name="Results">What is on this page.</param>
/// <param name="Total">How many there are on all pages; null when counting would cost too much.</param>
/// <param name="Next">The address of the next page, if there is one.</param>
/// <param name="Prev">The address of the page before, if there is one.</param>
public record Page<T>(IReadOnlyList<T> Results, int? Total, string? Next, string? Prev);

/// <summary>Pages of a list that is in memory.</summary>
public static class Paging
{
    /// <summary>How many results a page holds when nobody asks otherwise, and at most.</summary>
    public const int DefaultSize = 20, MaxSize = 100;

    /// <summary>The part of a list behind the cursor, with the links to what is around it.</summary>
    /// <param name="all">The whole list, in a fixed order.</param>
    /// <param name="id">What tells one from another.</param>
    /// <param name="show">What the client gets of it.</param>
    /// <param name="cursor">Where to begin.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="request">The request, to make the links of.</param>
    public static Page<TShown> PageOf<T, TShown>(
        this IReadOnlyList<T> all, Func<T, Guid> id, Func<T, TShown> show, Cursor cursor, int size, HttpRequest request)
    {
        var start = Start(all, id, cursor);
        List<TShown> shown = [];
        for (var place = start; place < all.Count && shown.Count < size; place++)
            shown.Add(show(all[place]));
        var end = start + shown.Count;
        return new(
            shown,
            all.Count,
            shown.Count > 0 && end < all.Count ? request.WithCursor(new(end, id(all[end - 1]))) : null,
            request.Before(start, size, start > size ? id(all[Math.Min(start, all.Count) - size - 1]) : default));
    }

    /// <summary>The address of the page before one that begins at <paramref name="start"/>; null for the first page.</summary>
    public static string? Before(this HttpRequest request, int start, int size, Guid after = default) =>
        start <= 0 ? null : request.WithCursor(start <= size ? Cursor.Start : new(start - size, after));

    /// <summary>The address of this request, with another cursor.</summary>
    public static string WithCursor(this HttpRequest request, Cursor cursor)
    {
        var query = QueryString.Create(request.Query.Where(pair => !Is(pair.Key, "cursor")));
        return request.PathBase + request.Path + (cursor == Cursor.Start ? query : query.Add("cursor", cursor.ToString())).Value;
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static int Start<T>(IReadOnlyList<T> all, Func<T, Guid> id, Cursor cursor)
    {
        if (cursor.Offset == 0)
            return 0;
        var expected = Math.Min(cursor.Offset, all.Count) - 1;
        if (cursor.After == default || expected < 0 || id(all[expected]) == cursor.After)
            return expected + 1;
        for (var place = 0; place < all.Count; place++)
        {
            if (id(all[place]) == cursor.After)
                return place + 1;
        }

        return expected + 1;
    }
}

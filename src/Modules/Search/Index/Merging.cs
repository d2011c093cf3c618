namespace Parelmuur.Search.Index;

/// <summary>Keeps the number of segments small: like sizes are put together, as are segments that lost many entries.</summary>
/// <remarks>
/// Each segment is at least three times as large as the next one, so there are never more than a handful, and an entry
/// is copied a logarithmic number of times.
/// </remarks>
internal static class Merging
{
    private const int Ratio = 3;
    private const double MostRemoved = 0.3;

    public static IEnumerable<Part> Tidy(IReadOnlyList<Part> parts)
    {
        List<Part> tidy = [];
        foreach (var part in parts.Where(part => part.Living > 0).OrderByDescending(part => part.Living))
        {
            tidy.Add(part);
            while (tidy.Count > 1 && tidy[^2].Living < Ratio * tidy[^1].Living)
            {
                var merged = Merge(tidy[^2], tidy[^1]);
                tidy.RemoveRange(tidy.Count - 2, 2);
                tidy.Add(merged);
            }
        }

        return tidy.Select(part => part.Living < (1 - MostRemoved) * part.Segment.Count ? Merge(part) : part);
    }

    private static Part Merge(params ReadOnlySpan<Part> parts)
    {
        var builder = new SegmentBuilder();
        foreach (var part in parts)
        {
            for (var document = 0; document < part.Segment.Count; document++)
            {
                if (part.Lives(document))
                    builder.Add(part.Segment, document);
            }
        }

        return new Part(builder.Build());
    }
}

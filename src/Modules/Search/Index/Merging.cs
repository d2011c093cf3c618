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

    public static IEnumerable<Part> Tidy(IEnumerable<Part> parts)
    {
        List<List<Part>> groups = [];
        foreach (var part in parts.Where(part => part.Living > 0).OrderByDescending(part => part.Living))
        {
            groups.Add([part]);
            while (groups.Count > 1 && Living(groups[^2]) < Ratio * Living(groups[^1]))
            {
                groups[^2].AddRange(groups[^1]);
                groups.RemoveAt(groups.Count - 1);
            }
        }

        return groups.Select(group => group is [var part] && part.Living >= (1 - MostRemoved) * part.Segment.Count ? part : Merge(group));
    }

    private static int Living(List<Part> group) => group.Sum(part => part.Living);

    private static Part Merge(List<Part> parts)
    {
        var builder = new SegmentBuilder(parts.Sum(part => part.Segment.Rows.Length));
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

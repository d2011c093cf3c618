namespace Parelmuur.Bench;

/// <summary>Prints rows of cells in columns; also valid Markdown.</summary>
internal static class Table
{
    public static void Print(string title, IReadOnlyList<string[]> rows)
    {
        Console.WriteLine();
        Console.WriteLine($"## {title}");
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        for (var at = 0; at < rows.Count; at++)
        {
            Console.WriteLine($"| {string.Join(" | ", rows[at].Select((cell, column) => cell.PadRight(widths[column])))} |");
            if (at == 0)
                Console.WriteLine($"|{string.Join("|", widths.Select(width => new string('-', width + 2)))}|");
        }
    }
}

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

    private const int FirstColumn = 32, Column = 10;

    /// <summary>Begins a table of which the rows come one by one.</summary>
    public static void Head(string title, params string[] cells)
    {
        Console.WriteLine();
        Console.WriteLine($"## {title}");
        Row(cells);
        Console.WriteLine($"|{string.Join("|", cells.Select((_, column) => new string('-', Width(column) + 2)))}|");
    }

    /// <summary>The next row.</summary>
    public static void Row(params string[] cells) =>
        Console.WriteLine($"| {string.Join(" | ", cells.Select((cell, column) => cell.PadRight(Width(column))))} |");

    private static int Width(int column) => column == 0 ? FirstColumn : Column;
}

using System.Text;

namespace Parelmuur.Joining.Plans;

/// <summary>Reads steps from a table: pasted from a spreadsheet, a CSV file with commas, semicolons or tabs, or rows of a workbook.</summary>
/// <remarks>A first row with names says which column is what; without it they stand in the order of <see cref="Names"/>.</remarks>
internal static class PlanTable
{
    /// <summary>The most that is read.</summary>
    public const int MostRows = StepPlan.MostSteps, MostCharacters = 200_000;

    /// <summary>What the columns are called, the first name as we write it.</summary>
    private static readonly string[][] Names =
    [
        ["stap", "titel", "title", "step"], ["wat je doet", "wat", "wat te doen", "what"], ["wie", "rol", "role"],
        ["werkdagen", "dagen", "days"], ["klaar als", "bewijs", "evidence"], ["pas na", "na", "after"],
    ];

    /// <summary>The steps as lines for the form, and what cannot be read, cell by cell.</summary>
    /// <param name="text">The table.</param>
    /// <param name="before">How many steps the plan has already: numbers in the table count from its own first step.</param>
    public static (IReadOnlyList<StepLine> Lines, IReadOnlyList<CellFault> Faults) Read(string text, int before) => Read(Rows(text), before);

    /// <summary>The same of rows that were taken apart already.</summary>
    public static (IReadOnlyList<StepLine> Lines, IReadOnlyList<CellFault> Faults) Read(IEnumerable<TableRow> table, int before)
    {
        var rows = table.Where(row => row.Cells.Any(cell => cell.Trim().Length > 0)).ToList();
        var columns = Enumerable.Range(0, Names.Length).ToArray();
        if (rows.Count > 0 && Header(rows[0].Cells) is { } header)
            (columns, rows) = (header, rows[1..]);
        var faults = new List<CellFault>();
        if (rows.Count > MostRows)
            faults.Add(new(rows[MostRows].Number, "", "Een stappenplan heeft hoogstens 40 stappen. Wat meer is, staat er niet bij."));
        return ([.. rows.Take(MostRows).Select(row => Line(row, columns, before, faults))], faults);
    }

    /// <summary>A file as text: UTF-8, or else as older spreadsheets write it.</summary>
    public static async Task<string> TextAsync(Stream file, CancellationToken cancellation)
    {
        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
            return await reader.ReadToEndAsync(cancellation);
        }
        catch (DecoderFallbackException)
        {
            file.Position = 0;
            using var reader = new StreamReader(file, Encoding.Latin1, leaveOpen: true);
            return await reader.ReadToEndAsync(cancellation);
        }
    }

    private static int[]? Header(IReadOnlyList<string> cells)
    {
        var found = Names.Select(names => cells.ToList().FindIndex(cell => names.Contains(cell.Trim().ToLowerInvariant()))).ToArray();
        return found[0] >= 0 && found.Count(place => place >= 0) > 1 ? found : null;
    }

    private static StepLine Line(TableRow row, int[] columns, int before, List<CellFault> faults)
    {
        string Cell(int column) => columns[column] is >= 0 and var at && at < row.Cells.Count ? row.Cells[at].Trim() : "";
        var line = new StepLine
        {
            Id = Guid.CreateVersion7(), Title = Cell(0), What = Cell(1), Role = Cell(2), Days = Cell(3), Evidence = Cell(4),
            After = string.Join(", ", StepLine.Split(Cell(5)).Select(part => StepLine.Number(part) is { } number ? $"{number + before}" : part)),
        };
        if (line.Title.Length is 0 or > PlanStep.TitleLength)
            faults.Add(new(row.Number, Names[0][0], "Noem de stap in hoogstens 80 tekens."));
        if (line.What.Length > PlanStep.WhatLength)
            faults.Add(new(row.Number, Names[1][0], "Maak deze tekst korter: hoogstens 2.000 tekens."));
        if (line.Days.Length > 0 && StepLine.Number(line.Days) is not (>= 1 and <= PlanStep.MostDays))
            faults.Add(new(row.Number, Names[3][0], "Schrijf een heel aantal werkdagen van 1 tot en met 730."));
        if (StepLine.Split(Cell(5)).Any(part => StepLine.Number(part) is null))
            faults.Add(new(row.Number, Names[5][0], "Noem nummers van stappen die hiervóór staan, zoals 1, 2."));
        return line;
    }

    /// <summary>Takes text apart. RFC 4180: a cell in quotes may hold line ends, separators and doubled quotes.</summary>
    public static List<TableRow> Rows(string text)
    {
        var (rows, cells, cell) = (new List<TableRow>(), new List<string>(), new StringBuilder());
        var separator = Separator(text);
        var (number, quoted) = (1, false);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (quoted && sign == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else if (sign == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (!quoted && sign == separator)
                EndCell();
            else if (!quoted && sign == '\n')
                EndRow();
            else if (quoted || sign != '\r')
                cell.Append(sign);
        }

        EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(new(number++, cells));
            cells = [];
        }
    }

    // What stands most often in the first line. A line with none of them is one cell.
    private static char Separator(string text)
    {
        var first = text.Split('\n', 2)[0];
        return ((char[])['\t', ';', ',']).MaxBy(sign => first.Count(each => each == sign));
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Number">Which row, from 1.</param>
/// <param name="Cells">What stands in it, from the first column on.</param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells);

/// <summary>A cell that cannot be used as it is.</summary>
/// <param name="Row">The row in the table, from 1.</param>
/// <param name="Column">What the column is called.</param>
/// <param name="Message">What to do: a key of <c>Words</c>.</param>
internal sealed record CellFault(int Row, string Column, string Message);

using System.Globalization;
using System.Text;

namespace Parelmuur.Kernel.Text;

/// <summary>Writes rows of CSV by RFC 4180 that a spreadsheet cannot mistake for formulas.</summary>
public sealed class CsvRow
{
    private readonly StringBuilder rows = new();
    private bool isFirst = true;

    /// <summary>How many characters wait to be taken.</summary>
    public int Length => rows.Length;

    /// <summary>Adds a cell; a value that is not known leaves it empty.</summary>
    public CsvRow Cell(object? value)
    {
        if (!isFirst)
            rows.Append(',');
        isFirst = false;
        switch (value)
        {
            case null: break;
            case string text: Append(text); break;
            case Enum word: Append(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString())); break;
            case bool yes: rows.Append(yes ? "true" : "false"); break;
            case DateOnly day: rows.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case IEnumerable<string> texts: Append(string.Join(" | ", texts)); break;
            default: rows.Append(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }

        return this;
    }

    /// <summary>Ends the row.</summary>
    public void End()
    {
        rows.Append("\r\n");
        isFirst = true;
    }

    /// <summary>The rows so far, and begins again.</summary>
    public string Take()
    {
        var taken = rows.ToString();
        rows.Clear();
        return taken;
    }

    // A spreadsheet runs a cell that begins like this; an apostrophe makes it text.
    private void Append(string text)
    {
        var isFormula = text is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '|' or '＝' or '＋' or '－' or '＠';
        if (!isFormula && text.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            rows.Append(text);
            return;
        }

        rows.Append('"').Append(isFormula ? "'" : "").Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}

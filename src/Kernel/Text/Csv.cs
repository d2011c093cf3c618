using System.Text;

namespace Parelmuur.Kernel.Text;

/// <summary>Writes comma separated values (RFC 4180) that are safe to open in a spreadsheet.</summary>
public static class Csv
{
    /// <summary>One record with its line end.</summary>
    /// <remarks>
    /// A field that a spreadsheet would take for a formula gets a quote in front, so that opening a file with texts of
    /// strangers runs nothing.
    /// </remarks>
    public static string Line(params ReadOnlySpan<string?> fields)
    {
        var line = new StringBuilder();
        for (var index = 0; index < fields.Length; index++)
        {
            if (index > 0)
                line.Append(',');
            Append(line, fields[index] ?? "");
        }

        return line.Append("\r\n").ToString();
    }

    private static void Append(StringBuilder line, string field)
    {
        var isFormula = field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
        if (!isFormula && field.AsSpan().IndexOfAny(",;\"\r\n") < 0)
        {
            line.Append(field);
            return;
        }

        line.Append('"').Append(isFormula ? "'" : "").Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}

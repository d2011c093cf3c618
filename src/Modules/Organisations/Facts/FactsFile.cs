namespace Parelmuur.Organisations.Facts;

/// <summary>Reads a facts table that ships inside the assembly: lines with ; between the fields, # before a remark.</summary>
internal static class FactsFile
{
    /// <summary>The rows below the line with column names.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(FactsFile).Assembly.GetManifestResourceStream($"Parelmuur.Organisations.Facts.{name}")
            ?? throw new InvalidOperationException($"Facts table {name} is missing.");
        using var reader = new StreamReader(stream);
        var isBelowColumnNames = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            if (isBelowColumnNames)
                yield return line.Split(';');
            isBelowColumnNames = true;
        }
    }

    /// <summary>A date, or null when the field is empty.</summary>
    public static DateOnly? Date(string field) => field.Length == 0 ? null : DateOnly.ParseExact(field, "yyyy-MM-dd");

    /// <summary>A whole number, or null when the field is empty.</summary>
    public static int? Number(string field) => field.Length == 0 ? null : int.Parse(field);
}

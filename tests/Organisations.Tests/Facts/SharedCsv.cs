namespace Parelmuur.Organisations.Tests.Facts;

/// <summary>Reads a comma-separated file from the shared data, with quotes where a field holds a comma.</summary>
internal static class SharedCsv
{
    public static IReadOnlyList<Dictionary<string, string>> Read(string path)
    {
        var lines = File.ReadAllLines(SharedData.Path(path));
        var columns = Fields(lines[0]);
        return [.. lines.Skip(1).Select(line => columns.Zip(Fields(line)).ToDictionary(StringComparer.Ordinal))];
    }

    private static Dictionary<string, string> ToDictionary(
        this IEnumerable<(string Column, string Value)> pairs, StringComparer comparer) =>
        pairs.ToDictionary(pair => pair.Column, pair => pair.Value, comparer);

    private static List<string> Fields(string line)
    {
        List<string> fields = [];
        var field = "";
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (letter == ',' && !isQuoted)
                (fields, field) = ([.. fields, field], "");
            else
                field += letter;
        }

        return [.. fields, field];
    }
}

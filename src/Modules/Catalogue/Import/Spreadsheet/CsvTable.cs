using System.Text;
using Parelmuur.Catalogue.Import.Input;

namespace Parelmuur.Catalogue.Import.Spreadsheet;

/// <summary>One row of a table.</summary>
/// <param name="Number">The number of the row, from 1; in CSV a record over several lines is one row.</param>
/// <param name="Cells">What stands in it; empty when there is a fault.</param>
/// <param name="Fault">Why it cannot be used, in Dutch; null when it can.</param>
internal readonly record struct TableRow(long Number, IReadOnlyList<string> Cells, string? Fault);

/// <summary>Reads comma separated values (RFC 4180), also with semicolons or tabs, one record at a time.</summary>
internal static class CsvTable
{
    private const int LongestRecord = 1 << 20;

    // Stands for bytes that mean nothing in the encoding. It is no character, so nobody writes it.
    private const char Unreadable = '\uFFFF';

    public static async IAsyncEnumerable<TableRow> ReadAsync(
        InputFile file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = file.Open();
        var encoding = (Encoding)(await TextEncoding.DetectAsync(stream, cancellation)).Clone();
        encoding.DecoderFallback = new DecoderReplacementFallback($"{Unreadable}");
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false);
        var record = new Record(Separator(await FirstLineAsync(reader, cancellation)));
        stream.Position = 0;
        reader.DiscardBufferedData();

        var buffer = new char[1 << 15];
        long number = 0;
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellation)) > 0)
        {
            for (var index = 0; index < count; index++)
            {
                if (record.EndsWith(buffer[index]))
                    yield return record.Take(++number);
            }
        }

        if (record.HasRest)
            yield return record.Take(number + 1);
    }

    private static async Task<string> FirstLineAsync(StreamReader reader, CancellationToken cancellation)
    {
        var start = new char[1 << 14];
        var count = await reader.ReadBlockAsync(start, cancellation);
        var line = new string(start, 0, count);
        return line[..(line.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : count)];
    }

    // Dutch offices write semicolons. What stands most often in the header, outside quotes, separates.
    private static char Separator(string header)
    {
        var inQuotes = false;
        var counts = new Dictionary<char, int> { [';'] = 0, [','] = 0, ['\t'] = 0 };
        foreach (var letter in header)
        {
            inQuotes ^= letter == '"';
            if (!inQuotes && counts.TryGetValue(letter, out var count))
                counts[letter] = count + 1;
        }

        return counts.MaxBy(pair => pair.Value).Key;
    }

    /// <summary>The record that is being read, letter by letter.</summary>
    private sealed class Record(char separator)
    {
        private readonly StringBuilder cell = new();
        private readonly List<string> cells = [];
        private bool inQuotes, afterQuote, isUnreadable, atStart = true;
        private int length;

        public bool HasRest => cells.Count > 0 || length > 0;

        /// <summary>Takes in a letter.</summary>
        /// <returns>Whether the record ends with it.</returns>
        public bool EndsWith(char letter)
        {
            if (inQuotes)
            {
                (inQuotes, afterQuote) = (letter != '"', letter == '"');
                if (inQuotes)
                    Append(letter);
            }
            else if (letter == '"' && (atStart || afterQuote))
            {
                // Two quotes in a row inside quotes are one.
                if (afterQuote)
                    Append('"');
                (inQuotes, afterQuote, atStart) = (true, false, false);
            }
            else if (letter == separator)
            {
                End();
            }
            else if (letter == '\n')
            {
                return true;
            }
            else if (letter != '\r')
            {
                (atStart, afterQuote) = (false, false);
                Append(letter);
            }

            return false;
        }

        public TableRow Take(long number)
        {
            End();
            var fault = inQuotes ? "Een aanhalingsteken is niet gesloten; vanaf hier is niets te lezen."
                : length > LongestRecord ? $"Deze rij is langer dan {LongestRecord:N0} tekens."
                : isUnreadable ? "In deze rij staat een teken dat niet te lezen is. Bewaar het bestand als CSV UTF-8."
                : null;
            var row = new TableRow(number, fault is null ? [.. cells] : [], fault);
            cells.Clear();
            (length, inQuotes, isUnreadable) = (0, false, false);
            return row;
        }

        private void Append(char letter)
        {
            isUnreadable |= letter == Unreadable;
            if (++length <= LongestRecord)
                cell.Append(letter);
        }

        private void End()
        {
            if (cells.Count < LongestRecord)
                cells.Add(cell.ToString());
            cell.Clear();
            (atStart, afterQuote) = (true, false);
        }
    }
}

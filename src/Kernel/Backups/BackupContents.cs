using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parelmuur.Kernel.Backups;

/// <summary>What stands in a back-up: the last file in it, <see cref="FileName"/>, as JSON.</summary>
/// <remarks>
/// A back-up is a zip file that any program can read. <c>tables/</c> has a file for each table with a row a line (JSON Lines),
/// <c>files/</c> has what people attached, as it was sent. Two back-ups of the same data are the same, byte for byte, whatever database it stood in.
/// </remarks>
/// <param name="Format">The version of this form; see <see cref="Known"/>.</param>
/// <param name="Shape">The last migration of the database.</param>
/// <param name="Until">When the last change in it was made, in UTC; null when nothing ever happened.</param>
/// <param name="Tables">The tables, in the order in which they can be put back.</param>
/// <param name="Files">How many attached files there are.</param>
/// <param name="FilesHash">SHA-256 over the content of all attached files in their order, in hexadecimal digits.</param>
public sealed record BackupContents(
    int Format, string Shape, DateTime? Until, IReadOnlyList<BackupTable> Tables, int Files, string FilesHash)
{
    /// <summary>The form that this version writes and reads.</summary>
    public const int Known = 1;

    /// <summary>The name of these contents in the zip file.</summary>
    public const string FileName = "contents.json";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<ColumnKind>(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
    };

    /// <summary>How many rows there are in all tables together.</summary>
    [JsonIgnore]
    public long Rows => Tables.Sum(table => table.Rows);
}

/// <summary>A table in a back-up.</summary>
/// <param name="Name">What the database calls it.</param>
/// <param name="Columns">Its columns, by name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Hash">SHA-256 of its file, in hexadecimal digits.</param>
public sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, long Rows, string Hash)
{
    internal string FileName => $"tables/{Name}.jsonl";
}

/// <summary>A column of a table in a back-up.</summary>
/// <param name="Name">What the database calls it.</param>
/// <param name="Kind">What its values are.</param>
public sealed record BackupColumn(string Name, ColumnKind Kind);

/// <summary>What the values of a column are, and how JSON writes them. Any may be null.</summary>
public enum ColumnKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A GUID as a string in lower case.</summary>
    Id,

    /// <summary>A moment in UTC as a string, to the microsecond: "2026-11-28T14:05:09.123456Z".</summary>
    Moment,

    /// <summary>A day as a string: "2026-11-28".</summary>
    Day,

    /// <summary>A whole number of at most 64 bits.</summary>
    Whole,

    /// <summary>A number with a fraction, of 64 bits.</summary>
    Fraction,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>Bytes as a string in base 64.</summary>
    Bytes,
}

/// <summary>A back-up cannot be used; the message says why, and is a key of <c>Words</c> or plain Dutch.</summary>
public sealed class BackupFault(string message) : Exception(message);

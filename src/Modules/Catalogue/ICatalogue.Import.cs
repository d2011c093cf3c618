namespace Parelmuur.Catalogue;

/// <summary>The door for imports: entries of outside sources become solutions with claimed uses.</summary>
/// <remarks>
/// Running an import again costs little and changes only what the source changed; an import that was stopped goes on
/// where it was. What a person wrote is never overwritten, what cannot be matched is reported and never guessed.
/// </remarks>
public interface ICatalogueImport
{
    /// <summary>Imports one source.</summary>
    /// <param name="request">What to import.</param>
    /// <param name="progress">Hears how far it is, after each batch.</param>
    /// <param name="cancellation">Stops between two batches; what was written stays.</param>
    /// <exception cref="ImportFault">Nothing of the source can be read.</exception>
    Task<ImportReport> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellation);

    /// <summary>Writes the empty spreadsheet that an organisation fills in, with an example.</summary>
    Task WriteTemplateAsync(Stream stream, SpreadsheetFormat format, CancellationToken cancellation);

    /// <summary>The rows of the first sheet of any .csv or .xlsx file, for rooms with a spreadsheet of their own.</summary>
    /// <exception cref="ImportFault">Nothing of it can be read, or it is not a spreadsheet.</exception>
    IAsyncEnumerable<SheetRow> ReadSheetAsync(string path, CancellationToken cancellation);
}

/// <summary>One row of a sheet.</summary>
/// <param name="Number">The number of the row, from 1.</param>
/// <param name="Cells">What stands in it; empty when there is a fault.</param>
/// <param name="Fault">Why it cannot be used, in Dutch; null when it can.</param>
public sealed record SheetRow(long Number, IReadOnlyList<string> Cells, string? Fault);

/// <summary>What to import.</summary>
/// <param name="Format">How the source is written.</param>
/// <param name="From">A file, a folder or addresses on the web, as the format allows.</param>
public sealed record ImportRequest(ImportFormat Format, IReadOnlyList<string> From)
{
    /// <summary>The day of the source; without it the newest day that the source itself names, or else today.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The name under which a spreadsheet is kept; without it the name of the file.</summary>
    public string? Name { get; init; }

    /// <summary>Hears every line of the report while the import runs.</summary>
    public Action<ImportLine>? OnLine { get; init; }
}

/// <summary>How a source is written.</summary>
public enum ImportFormat
{
    /// <summary>The public register of algorithms, as JSON.</summary>
    AlgorithmRegister,

    /// <summary>Files with the name publiccode.yml.</summary>
    PublicCode,

    /// <summary>A spreadsheet after the template.</summary>
    Spreadsheet,

    /// <summary>Reference components and standards of GEMMA, as JSON Lines.</summary>
    Gemma,
}

/// <summary>How a spreadsheet is written.</summary>
public enum SpreadsheetFormat
{
    /// <summary>Comma separated values, in UTF-8.</summary>
    Csv,

    /// <summary>Office Open XML.</summary>
    Xlsx,
}

/// <summary>How far an import is.</summary>
/// <param name="Done">Entries handled.</param>
/// <param name="Total">Entries in the source.</param>
public readonly record struct ImportProgress(long Done, long Total);

/// <summary>One line of the report.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="Row">The row, line or number in the source; 0 when it concerns no single one.</param>
/// <param name="SourceId">The id in the source, if it has one.</param>
/// <param name="Title">The title as imported.</param>
/// <param name="Message">The reason or what else there is to know, in Dutch.</param>
public sealed record ImportLine(ImportOutcome Outcome, long Row, string SourceId, string Title, string Message);

/// <summary>What happened to an entry, or what somebody should know of it.</summary>
public enum ImportOutcome
{
    /// <summary>It was not known yet.</summary>
    Added,

    /// <summary>It was known, and the source changed it.</summary>
    Changed,

    /// <summary>It was known as it is.</summary>
    Unchanged,

    /// <summary>It cannot be used; the message says why.</summary>
    Refused,

    /// <summary>It was imported after something was taken out or cut short.</summary>
    Cleaned,

    /// <summary>A name in it means no organisation, or several; the rest was imported.</summary>
    Unmatched,

    /// <summary>Two titles look like the same thing. A person decides.</summary>
    LooksAlike,
}

/// <summary>What an import did.</summary>
/// <param name="Source">The key of the source.</param>
/// <param name="Date">The day of the source.</param>
/// <param name="Counts">Number of lines per outcome; an outcome that did not happen is absent.</param>
/// <param name="Solutions">How many solutions were new.</param>
/// <param name="Uses">How many uses were new.</param>
/// <param name="Duration">How long it took, reading included.</param>
public sealed record ImportReport(
    string Source,
    DateOnly Date,
    IReadOnlyDictionary<ImportOutcome, long> Counts,
    long Solutions,
    long Uses,
    TimeSpan Duration)
{
    /// <summary>Entries read, also the refused ones.</summary>
    public long Read => this[ImportOutcome.Added] + this[ImportOutcome.Changed] + this[ImportOutcome.Unchanged]
        + this[ImportOutcome.Refused];

    /// <summary>Entries a second.</summary>
    public double Rate => Read / Math.Max(Duration.TotalSeconds, 0.001);

    /// <summary>Number of lines with an outcome.</summary>
    public long this[ImportOutcome outcome] => Counts.GetValueOrDefault(outcome);
}

/// <summary>A source of which nothing can be read. The message is plain Dutch and says what to do.</summary>
public sealed class ImportFault(string message, Exception? inner = null) : Exception(message, inner);

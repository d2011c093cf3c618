namespace Parelmuur.Catalogue.Import;

/// <summary>Counts what an import does and passes each line of the report on.</summary>
internal sealed class Tally(Action<ImportLine>? onLine)
{
    private readonly Dictionary<ImportOutcome, long> counts = [];

    public IReadOnlyDictionary<ImportOutcome, long> Counts => counts;

    public long Solutions { get; set; }

    public long Uses { get; set; }

    public void Add(ImportOutcome outcome, ImportedEntry entry, string message = "") =>
        Add(new(outcome, entry.Row, entry.SourceId, entry.Content.Title, message));

    public void Add(ImportLine line)
    {
        counts[line.Outcome] = counts.GetValueOrDefault(line.Outcome) + 1;
        onLine?.Invoke(line);
    }
}

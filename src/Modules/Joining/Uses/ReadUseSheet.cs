using Microsoft.AspNetCore.Http;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>Compares a spreadsheet with what stands in the register: what would change, and what is wrong in which cell.</summary>
internal sealed class ReadUseSheet(ICatalogueImport import, ICatalogue catalogue, IAdoption adoption, IOrganisations organisations)
{
    /// <summary>How many rows a sheet may have.</summary>
    public const int MostRows = 2_000;

    /// <summary>Reads a file that was sent.</summary>
    /// <exception cref="RuleViolation">It is no spreadsheet, or not one of these.</exception>
    public async Task<SheetOutcome> RunAsync(IFormFile sent, OrganisationId user, CancellationToken cancellation)
    {
        var own = (await adoption.OwnUsesAsync(user, cancellation)).ToDictionary(use => use.Solution);
        var cards = (await catalogue.CardsAsync([.. own.Keys], cancellation)).Values.DistinctBy(card => card.Id).ToDictionary(card => card.Slug);
        var (changes, troubles, seen) = (new List<SheetChange>(), new List<SheetTrouble>(), new HashSet<SolutionId>());
        foreach (var row in await RowsAsync(sent, cancellation))
        {
            if (row.Fault is { } fault)
            {
                troubles.Add(new(row.Number, UseSheet.Address, fault));
                continue;
            }

            var slug = (row[UseSheet.Address] ?? "").TrimEnd('/').Split('/')[^1];
            if (slug.Length == 0)
                continue;
            if ((cards.GetValueOrDefault(slug) ?? await catalogue.FindBySlugAsync(slug, cancellation)) is not { } card)
                troubles.Add(new(row.Number, UseSheet.Address, "Deze oplossing kennen we niet. Laat het adres staan zoals het was."));
            else if (!seen.Add(card.Id))
                troubles.Add(new(row.Number, UseSheet.Address, "Deze oplossing staat er twee keer in."));
            else if (Compare(row, card, own.GetValueOrDefault(card.Id), troubles) is { } change)
                changes.Add(change);
        }

        var outcomes = await adoption.LookAsync(user, [.. changes.Select(change => change.Decision)], confirms: true, organisations.Today, cancellation);
        troubles.AddRange(changes.Zip(outcomes).Where(each => each.Second.Trouble is not null)
            .Select(each => new SheetTrouble(each.First.Number, ColumnOf(each.Second.Field, each.First.Decision), each.Second.Trouble!)));
        return new(changes, [.. troubles.OrderBy(trouble => trouble.Row)]);
    }

    private async Task<List<NamedRow>> RowsAsync(IFormFile sent, CancellationToken cancellation)
    {
        try
        {
            var rows = new List<NamedRow>();
            Dictionary<string, int>? header = null;
            await foreach (var row in import.RowsAsync(sent, cancellation))
            {
                if (header is not null)
                    rows.Add(new(row, header));
                else
                    header = HeaderOf(row) ?? throw new RuleViolation(nameof(SheetForm.File), "De eerste rij mist de kolom Adres. Download het werkblad en vul dat in.");
                if (rows.Count > MostRows)
                    throw new RuleViolation(nameof(SheetForm.File), "Dit zijn te veel rijen. Stuur er hoogstens 2.000 tegelijk.");
            }

            return rows;
        }
        catch (ImportFault fault)
        {
            throw new RuleViolation(nameof(SheetForm.File), fault.Message);
        }
    }

    private static Dictionary<string, int>? HeaderOf(SheetRow row)
    {
        var names = row.Cells.Select(cell => Fold.Text(cell.Trim())).ToList();
        var places = UseSheet.Columns.Select(column => (column, Place: names.IndexOf(Fold.Text(column)))).Where(each => each.Place >= 0).ToDictionary();
        return places.ContainsKey(UseSheet.Address) ? places : null;
    }

    // What a cell leaves out of the sheet stays as it was.
    private static SheetChange? Compare(NamedRow row, SolutionCard card, OwnUse? use, List<SheetTrouble> troubles)
    {
        var before = troubles.Count;
        var state = One(UseSheet.State, UseSheet.States, "Kies uit: gebruikt, sluit aan, wil meer weten, gestopt.") ?? use?.State;
        var (since, ended) = (Day(UseSheet.Since, use?.Since), Day(UseSheet.EndedOn, use?.EndedOn));
        var again = row[UseSheet.Again] is null ? use?.Details.Again : One(UseSheet.Again, UseSheet.Agains, "Kies uit: ja, ja, maar anders, nee.");
        var hidden = row[UseSheet.Hidden] switch { null => use?.Details.Hidden ?? false, "" or "nee" => false, "ja" => true, _ => Wrong(UseSheet.Hidden, "Kies uit: ja, nee.") };
        if (state is null && troubles.Count == before)
            Wrong(UseSheet.State, "Kies uit: gebruikt, sluit aan, wil meer weten, gestopt.");
        if (troubles.Count > before)
            return null;

        var details = new UseDetails(
            since, Text(UseSheet.Version, use?.Details.Version), Text(UseSheet.Changed, use?.Details.Changed), again, Text(UseSheet.Contact, use?.Details.Contact), hidden);
        var reason = Text(UseSheet.Reason, use?.EndReason);
        var answered = use is null || use.RejectedOn is not null || state != use.State
            || (state == UseState.Ended && (reason != use.EndReason || ended != use.EndedOn));
        if (!answered && details == use!.Details)
            return null;
        var answer = !answered && !use!.Waits ? UseAnswer.Keep : AnswerOf(state!.Value);
        var decision = new UseDecision(card.Id, answer, state == UseState.Ended ? ended : since, reason, details, use?.Seen ?? 0);
        return new(row.Number, card.Title, [.. Differences(row, use)], decision);

        bool Wrong(string column, string message)
        {
            troubles.Add(new(row.Number, column, message));
            return false;
        }

        T? One<T>(string column, IReadOnlyDictionary<T, string> values, string message)
            where T : struct
        {
            if (row[column] is not { Length: > 0 } cell)
                return null;
            foreach (var (value, text) in values)
            {
                if (Fold.Text(cell) == Fold.Text(text))
                    return value;
            }

            Wrong(column, message);
            return null;
        }

        DateOnly? Day(string column, DateOnly? known)
        {
            if (row[column] is not { } cell)
                return known;
            if (cell.Length > 0 && UseSheet.Day(cell) is null)
                Wrong(column, "Schrijf de dag zo: 2026-11-28.");
            return UseSheet.Day(cell);
        }

        string? Text(string column, string? known) => row[column] is not { } cell ? known : cell.Length == 0 ? null : cell;
    }

    private static IEnumerable<string> Differences(NamedRow row, OwnUse? use) =>
        from column in UseSheet.Columns.Skip(2).SkipLast(1)
        let now = row[column]
        let was = use is null ? "" : UseSheet.ValueOf(use, column)
        where now is not null && now != was
        select was.Length == 0 ? $"{column}: {now}" : $"{column}: {was} → {(now.Length == 0 ? "–" : now)}";

    private static UseAnswer AnswerOf(UseState state) => state switch
    {
        UseState.Active => UseAnswer.Use,
        UseState.Planned => UseAnswer.Plan,
        UseState.Ended => UseAnswer.End,
        _ => UseAnswer.Interested,
    };

    private static string ColumnOf(string field, UseDecision decision) => field switch
    {
        nameof(UseDecision.On) => decision.Answer == UseAnswer.End ? UseSheet.EndedOn : UseSheet.Since,
        nameof(UseDecision.Reason) => UseSheet.Reason,
        nameof(UseDetails.Version) => UseSheet.Version,
        nameof(UseDetails.Changed) => UseSheet.Changed,
        nameof(UseDetails.Contact) => UseSheet.Contact,
        _ => UseSheet.State,
    };

    private sealed class NamedRow(SheetRow row, Dictionary<string, int> header)
    {
        public long Number => row.Number;

        public string? Fault => row.Fault;

        /// <summary>The cell; null when the sheet has no such column.</summary>
        public string? this[string column] => !header.TryGetValue(column, out var place) ? null
            : place < row.Cells.Count ? UseSheet.Clean(row.Cells[place]) : "";
    }
}

/// <summary>What a sheet would do.</summary>
internal sealed record SheetOutcome(IReadOnlyList<SheetChange> Changes, IReadOnlyList<SheetTrouble> Troubles);

/// <summary>A row that changes something.</summary>
internal sealed record SheetChange(long Number, string Title, IReadOnlyList<string> Differences, UseDecision Decision);

/// <summary>A cell in which something is wrong.</summary>
internal sealed record SheetTrouble(long Row, string Column, string Message);

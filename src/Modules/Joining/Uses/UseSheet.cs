using System.Globalization;
using System.Text;
using Parelmuur.Adoption;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Joining.Uses;

/// <summary>The columns of the spreadsheet with one's own uses, and what stands in them. It is Dutch, whatever the reader's language.</summary>
internal static class UseSheet
{
    public const string Address = "Adres", Title = "Oplossing", State = "Stand", Since = "Sinds", EndedOn = "Gestopt op", Reason = "Reden",
        Version = "Versie", Changed = "Aangepast", Again = "Weer doen", Contact = "Contact", Hidden = "Verborgen", Confirmed = "Bevestigd op";

    public static IReadOnlyList<string> Columns { get; } =
        [Address, Title, State, Since, EndedOn, Reason, Version, Changed, Again, Contact, Hidden, Confirmed];

    public static IReadOnlyDictionary<UseState, string> States { get; } = new Dictionary<UseState, string>
    {
        [UseState.Active] = "gebruikt", [UseState.Planned] = "sluit aan", [UseState.Interested] = "wil meer weten", [UseState.Ended] = "gestopt",
    };

    public static IReadOnlyDictionary<WouldAgain, string> Agains { get; } = new Dictionary<WouldAgain, string>
    {
        [WouldAgain.Yes] = "ja", [WouldAgain.Differently] = "ja, maar anders", [WouldAgain.No] = "nee",
    };

    /// <summary>Writes the uses as Dutch offices open a file: with the mark of UTF-8, and semicolons.</summary>
    public static byte[] Write(IEnumerable<AskedUse> uses)
    {
        var file = new StringBuilder().Append(Line(Columns));
        foreach (var (use, card) in uses)
        {
            file.Append(Line(
                [card!.Slug, card.Title, .. Columns.Skip(2).SkipLast(1).Select(column => ValueOf(use, column)), AnswerRow.Value(use.ConfirmedOn)]));
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())];
    }

    /// <summary>What stands in a column of a use.</summary>
    public static string ValueOf(OwnUse use, string column) => (column switch
    {
        State => States[use.State],
        Since => AnswerRow.Value(use.Since),
        EndedOn => AnswerRow.Value(use.EndedOn),
        Reason => use.EndReason,
        Version => use.Details.Version,
        Changed => use.Details.Changed,
        Again => use.Details.Again is { } again ? Agains[again] : null,
        Contact => use.Details.Contact,
        Hidden => use.Details.Hidden ? "ja" : "nee",
        _ => null,
    }) ?? "";

    /// <summary>The day in a cell, as people and spreadsheets write it; null when it is none.</summary>
    public static DateOnly? Day(string cell) =>
        DateOnly.TryParseExact(cell, ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : int.TryParse(cell, CultureInfo.InvariantCulture, out var number) && number is > 20_000 and < 80_000 ? new DateOnly(1899, 12, 30).AddDays(number)
        : null;

    /// <summary>A cell without the sign that keeps spreadsheets from taking it for a formula.</summary>
    public static string Clean(string cell) => cell.Trim() is ['\'', '=' or '+' or '-' or '@', ..] and var text ? text[1..] : cell.Trim();

    private static string Line(IEnumerable<string?> cells) => string.Join(';', cells.Select(cell => Csv.Line(cell).TrimEnd('\r', '\n'))) + "\r\n";
}

using Parelmuur.Adoption;
using Parelmuur.Catalogue.Import.Input;
using Parelmuur.Catalogue.Solutions;

namespace Parelmuur.Catalogue.Import.Spreadsheet;

/// <summary>Makes an entry of one row of a spreadsheet.</summary>
internal static class SpreadsheetRow
{
    private const int MostThemes = 3, MostInList = 20, LabelLength = 80, EarliestYear = 1950, LatestYear = 2100;

    public static ImportedRow Read(TableRow row, Dictionary<string, int> header)
    {
        var fields = new Fields(name => header.TryGetValue(name, out var place) && place < row.Cells.Count ? row.Cells[place] : null);
        var title = fields.Line(Columns.Title);
        var id = fields.Text(Columns.Id, SolutionSource.SourceIdLength);
        if (id.Length == 0)
            id = Shorten.Cut(Shorten.TitleKey(title), SolutionSource.SourceIdLength);
        var promise = fields.Line(Columns.Promise);
        var kind = fields.Line(Columns.Kind);
        var reason = title.Length == 0 || id.Length == 0 ? "Vul bij ‘Titel’ in hoe het heet."
            : promise.Length == 0 ? "Vul bij ‘Belofte’ in één zin in wat het doet."
            : kind.Length > 0 && !Columns.Kinds.ContainsKey(kind) ? $"‘{kind}’ is geen soort. Kies uit: {string.Join(", ", Columns.Kinds.Keys)}."
            : null;
        if (reason is not null)
            return new RefusedRow(row.Number, id, title, reason);

        var url = fields.Url(Columns.Link);
        return new ImportedEntry(row.Number, id, Content(fields, title, promise, kind, url))
        {
            Url = url,
            ByHand = true,
            Maker = fields.Line(Columns.Maker),
            Uses =
            [
                .. List(fields, Columns.Users).Select(name => new ImportedUse(name, UseState.Active, OnlyKnown: true)),
                .. List(fields, Columns.Planned).Select(name => new ImportedUse(name, UseState.Planned, OnlyKnown: true)),
            ],
            Cleaned = fields.Cleaned,
        };
    }

    private static SolutionContent Content(Fields fields, string title, string promise, string kind, string url) => new()
    {
        Title = Shorten.Cut(title, Solution.TitleLength),
        Promise = Shorten.Cut(promise, Solution.PromiseLength),
        Problem = fields.Text(Columns.Problem, Solution.TextLength),
        WhatWeDid = Shorten.Body(
            title.Length > Solution.TitleLength ? title : "",
            promise.Length > Solution.PromiseLength ? promise : "",
            fields.Text(Columns.WhatWeDid, Solution.TextLength)),
        Result = fields.Text(Columns.Result, Solution.TextLength),
        ForWhom = fields.Text(Columns.ForWhom, Solution.TextLength),
        Kind = kind.Length == 0 ? SolutionKind.WorkPractice : Columns.Kinds[kind],
        Themes = [.. List(fields, Columns.Themes).Take(MostThemes)],
        Tasks = List(fields, Columns.Tasks),
        Laws = List(fields, Columns.Laws),
        Requirements = fields.Text(Columns.Requirements, Solution.TextLength),
        Licence = Shorten.Cut(fields.Line(Columns.Licence), Solution.LicenceLength),
        Mailbox = Mailbox(fields),
        OriginYear = Year(fields),
        Links = url.Length == 0 ? [] : [new Link("Meer uitleg", url)],
    };

    private static List<string> List(Fields fields, string column) =>
    [
        .. fields.Text(column, Solution.TextLength)
            .Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => Shorten.Cut(part, LabelLength))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(column is Columns.Users or Columns.Planned ? int.MaxValue : MostInList),
    ];

    private static string Mailbox(Fields fields)
    {
        var mailbox = fields.Line(Columns.Mailbox);
        if (mailbox.Length == 0)
            return "";
        var at = mailbox.IndexOf('@', StringComparison.Ordinal);
        if (at > 0 && at < mailbox.Length - 1 && !mailbox.Contains(' ', StringComparison.Ordinal) && mailbox.Length <= Solution.MailboxLength)
            return mailbox;
        fields.Cleaned.Add("‘Postbus’ is geen mailadres en is weggelaten.");
        return "";
    }

    private static int? Year(Fields fields)
    {
        var text = fields.Line(Columns.Year);
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, out var year) && year is >= EarliestYear and <= LatestYear)
            return year;
        fields.Cleaned.Add("‘Jaar’ is geen jaartal en is weggelaten.");
        return null;
    }
}

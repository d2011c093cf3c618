using System.Globalization;
using System.Text.RegularExpressions;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Import.Input;
using Parelmuur.Catalogue.Solutions;

namespace Parelmuur.Catalogue.Import.AlgorithmRegister;

/// <summary>Makes an entry of one algorithm of the register.</summary>
/// <remarks>
/// The register says who uses an algorithm for what, not who made it, so no entry names a maker: often it is a product
/// on the market. Nothing is added that the register does not say.
/// </remarks>
internal static partial class RegisterRow
{
    private const int MostLaws = 12, LawLength = 100;

    /// <summary>The entry, or why there is none.</summary>
    public static ImportedRow Read(JsonPiece piece) => piece.Row(json => Read(piece.Number, new Fields(json)));

    private static ImportedRow Read(long number, Fields fields)
    {
        var id = fields.Text("id", SolutionSource.SourceIdLength);
        var title = fields.Line("title");
        if (fields.WrongType is { } wrong)
            return new RefusedRow(number, id, title, $"Het veld ‘{wrong}’ is geen tekst.");
        if (id.Length == 0)
            return new RefusedRow(number, id, title, "Het veld ‘id’ is leeg.");
        if (title.Length == 0)
            return new RefusedRow(number, id, title, "Het veld ‘title’ is leeg.");

        var purpose = WithoutLabel(fields.Text("doel", Solution.TextLength));
        var organisation = fields.Line("organisatie");
        var state = State(fields.Line("status"));
        if (state is null)
            fields.Cleaned.Add("De status is onbekend; wie het gebruikt, is niet overgenomen.");
        var url = fields.Url("url");
        var key = Shorten.TitleKey(title);
        return new ImportedEntry(number, id, Content(fields, title, purpose, url))
        {
            Url = url,
            Group = key.Length == 0 ? null : key,
            Registrant = organisation,
            Uses = organisation.Length == 0 || state is null ? [] : [new(organisation, state.Value)],
            Published = Day(fields.Line("geregistreerd")) ?? Day(fields.Line("toegevoegd")),
            Seen = Day(fields.Line("toegevoegd")),
            Cleaned = fields.Cleaned,
        };
    }

    private static SolutionContent Content(Fields fields, string title, string purpose, string url)
    {
        var basis = fields.Text("juridische_basis", Solution.TextLength);
        var laws = Laws(basis);
        var assessment = fields.Line("impactassessment");
        var promise = Shorten.Cut(Shorten.FirstSentence(purpose), Solution.PromiseLength);
        return new SolutionContent
        {
            Title = Shorten.Cut(title, Solution.TitleLength),
            Promise = promise,
            WhatWeDid = Shorten.Body(title.Length > Solution.TitleLength ? title : "", purpose == promise ? "" : purpose),
            Requirements = Shorten.Body(
                laws.Count > 0 || basis.Length == 0 ? "" : $"Juridische basis: {basis}",
                assessment is "Ja" or "Nee" ? $"Impactassessment gedaan: {assessment.ToLowerInvariant()}." : ""),
            Laws = laws,
            Kind = KindOfAlgorithm.Of(title),
            Links = url.Length == 0 ? [] : [new Link("In het Algoritmeregister", url)],
        };
    }

    // "Doel: het helpt" says "Het helpt".
    private static string WithoutLabel(string purpose)
    {
        var text = purpose[Label().Match(purpose).Length..];
        return text.Length == purpose.Length || text.Length == 0 ? purpose : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
    }

    // The limit is by the clock, and a busy machine can stand still for a second.
    [GeneratedRegex(
        @"^\W{0,3}((het |de )?doel(en|stelling(en)?)?( 1| van (de|het|dit|deze) \w+)?|beschrijving|omschrijving|samenvatting|toelichting)\s*:\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Label();

    // "Awb; Participatiewet" is a list of laws, an explanation of half a page is not.
    private static List<string> Laws(string basis)
    {
        var parts = basis.Split(['\n', ';', '•'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.TrimStart('-', '–', '*', ' ').TrimEnd('.', ',')).Where(part => part.Length > 1).Distinct().ToList();
        return parts.Count <= MostLaws && parts.TrueForAll(part => part.Length <= LawLength) ? parts : [];
    }

    private static UseState? State(string status) => status switch
    {
        "in_gebruik" => UseState.Active,
        "in_ontwikkeling" or "ontwikkeling" => UseState.Planned,
        "buiten_gebruik" => UseState.Ended,
        _ => null,
    };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}

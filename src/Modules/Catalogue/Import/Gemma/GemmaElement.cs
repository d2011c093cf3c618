using System.Text.Json;
using Parelmuur.Catalogue.Import.Input;
using Parelmuur.Catalogue.Solutions;

namespace Parelmuur.Catalogue.Import.Gemma;

/// <summary>Makes an entry of one element of the architecture.</summary>
internal static class GemmaElement
{
    private const string Keeper = "VNG Realisatie";

    public static ImportedRow Read(long number, JsonElement json, Dictionary<string, List<string>> standards)
    {
        var element = new Fields(json);
        var more = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("eigenschappen", out var properties)
            ? new Fields(properties)
            : new Fields(_ => null);
        var id = element.Text("id", SolutionSource.SourceIdLength);
        var isStandard = more.Line("GEMMA type") == "Standaard";
        var isComponent = element.Line("type") == "ApplicationComponent" || more.Line("GEMMA type") == "Referentiecomponent";
        if (id.Length > 0 && !isStandard && !isComponent)
            return new PassedOver(number, id);

        var title = element.Line("naam");
        if (id.Length == 0 || title.Length == 0)
            return new RefusedRow(number, id, title, id.Length == 0 ? "Het veld ‘id’ is leeg." : "Het veld ‘naam’ is leeg.");
        var url = isStandard && Fields.IsWebAddress(more.Line("URL")) ? more.Line("URL") : "";
        return new ImportedEntry(number, id, Content(element, more, title, url, isStandard))
        {
            Url = url,
            Maker = isStandard ? Maintainer(more.Line("Beheerder")) : Keeper,
            Relations = isComponent
                ? [.. standards.GetValueOrDefault(id, []).Distinct(StringComparer.Ordinal)
                    .Select(standard => new ImportedRelation(RelationKind.ImplementsStandard, standard))]
                : [],
            Cleaned = [.. element.Cleaned, .. more.Cleaned],
        };
    }

    private static SolutionContent Content(Fields element, Fields more, string title, string url, bool isStandard)
    {
        var description = element.Text("beschrijving", Solution.TextLength);
        var promise = Shorten.Cut(Shorten.FirstSentence(description), Solution.PromiseLength);
        var abbreviation = more.Line("Afkorting");
        var status = more.Line("GEMMA status");
        return new SolutionContent
        {
            Title = Shorten.Cut(title, Solution.TitleLength),
            Promise = promise,
            WhatWeDid = Shorten.Body(
                title.Length > Solution.TitleLength ? title : "",
                abbreviation.Length > 0 && abbreviation != title ? $"Afkorting: {abbreviation}." : "",
                description == promise ? "" : description,
                more.Text("Toelichting", Solution.TextLength)),
            Requirements = status is "" or "In gebruik" ? "" : $"Status in GEMMA: {status.ToLowerInvariant()}.",
            Kind = isStandard ? SolutionKind.Standard : SolutionKind.Software,
            Links = url.Length == 0 ? [] : [new Link("Meer over deze standaard", url)],
        };
    }

    // The list has "Geen", "Onbekend, was …" and names with question marks: those are no organisations.
    private static string Maintainer(string name) =>
        name.Contains('?', StringComparison.Ordinal)
        || name.StartsWith("geen", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("onbekend", StringComparison.OrdinalIgnoreCase)
            ? ""
            : name;
}

using System.ComponentModel;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Api;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Api;

/// <summary>A solution in a list, as it is kept ready in memory: everything that only an edit or an import changes.</summary>
internal record SolutionFacts
{
    [Description("Het vaste, leesbare deel van het adres.")]
    public required string Slug { get; init; }

    public required string Title { get; init; }

    [Description("Wat het doet en voor wie, in één zin.")]
    public required string Promise { get; init; }

    [Description("Wat voor ding het is.")]
    public required SolutionKind Kind { get; init; }

    [Description("Hoe ver het is, van pareltje (gem) tot standaard (standard).")]
    public required Stage Stage { get; init; }

    public required SolutionStatus Status { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }

    [Description("Wie het maakte, als dat bekend is.")]
    public OrganisationLink? Origin { get; init; }

    [Description("De eerste dag dat het te zien was.")]
    public required DateOnly Shared { get; init; }

    [Description("De laatste dag waarop iemand zei dat het nog klopt.")]
    public DateOnly? LastConfirmed { get; init; }

    [Description("Of het een verzonnen voorbeeld is.")]
    public required bool IsSample { get; init; }

    [Description("De bron van de eerste inschrijving, als hij uit een bron komt.")]
    public string? Source { get; init; }

    [Description("Het kenmerk van die inschrijving in de bron.")]
    public string? SourceId { get; init; }

    [Description("De kenmerken van alle inschrijvingen.")]
    public required IReadOnlyList<string> SourceIds { get; init; }

    [Description("Alle inschrijvingen in bronnen waar dit uit bestaat.")]
    public required IReadOnlyList<SourceEntry> Sources { get; init; }
}

/// <summary>An entry of an outside source.</summary>
internal sealed record SourceEntry(string Source, string SourceId, string Url, DateOnly Date, OrganisationLink? Organisation);

/// <summary>An organisation with what is needed to ask for more.</summary>
internal sealed record OrganisationLink(string Name, string Slug, OrganisationKind Kind, MunicipalityCode? Code)
{
    public static OrganisationLink? Of(OrganisationSummary? organisation) =>
        organisation is null ? null : new(organisation.Name, organisation.Slug, organisation.Kind, organisation.Code);
}

/// <summary>A solution in a list.</summary>
internal record SolutionItem : SolutionFacts
{
    public required Users Users { get; init; }
}

/// <summary>Who uses a solution, in numbers and codes.</summary>
internal sealed record Users(
    [property: Description("Hoeveel organisaties het gebruiken.")] int Active,
    [property: Description("Hoeveel daarvan dat zelf bevestigden.")] int Confirmed,
    [property: Description("Hoeveel organisaties ermee gaan beginnen.")] int Planned,
    [property: Description("De codes van alle gemeenten die het gebruiken of gaan gebruiken.")]
    IReadOnlyList<MunicipalityCode> Municipalities);

/// <summary>A solution that was found by words.</summary>
internal record FoundItem : SolutionItem
{
    [Description("Hoe goed het past, van 1 (een beetje) tot 5 (heel goed).")]
    public required int Strength { get; init; }

    [Description("De woorden waardoor het gevonden is, zwaarste eerst.")]
    public required IReadOnlyList<MatchReason> Why { get; init; }
}

/// <summary>A solution that looks like a plan.</summary>
internal sealed record CheckedItem : FoundItem
{
    [Description("Zware woorden uit het plan die de oplossing niet heeft.")]
    public required IReadOnlyList<string> OnlyInPlan { get; init; }

    [Description("Zware woorden uit de oplossing die het plan niet heeft.")]
    public required IReadOnlyList<string> OnlyInSolution { get; init; }

    [Description("Gebruikers die het meest lijken op de gemeente van het plan.")]
    public required IReadOnlyList<OrganisationLink> Peers { get; init; }
}

/// <summary>What changes by itself and is added to the facts when a list is written.</summary>
internal sealed record LiveItem(Users Users);

/// <inheritdoc cref="LiveItem"/>
internal sealed record LiveFound(Users Users, int Strength, IReadOnlyList<MatchReason> Why);

/// <inheritdoc cref="LiveItem"/>
internal sealed record LiveChecked(
    Users Users,
    int Strength,
    IReadOnlyList<MatchReason> Why,
    IReadOnlyList<string> OnlyInPlan,
    IReadOnlyList<string> OnlyInSolution,
    IReadOnlyList<OrganisationLink> Peers);

/// <summary>How many solutions have a value.</summary>
internal sealed record ValueCount(string Value, int Count);

/// <summary>A page of what was found by words.</summary>
internal sealed record FoundPage(
    IReadOnlyList<FoundItem> Results,
    int? Total,
    string? Next,
    string? Prev,
    [property: Description("Een betere spelling van de vraag, als die er is.")] string? DidYouMean,
    [property: Description("Per gevraagd facet de waarden met aantallen.")]
    IReadOnlyDictionary<string, IReadOnlyList<ValueCount>>? Facets) : Page<FoundItem>(Results, Total, Next, Prev);

/// <summary>The values by which solutions can be narrowed, counted.</summary>
internal sealed record FacetReport(int Total, IReadOnlyDictionary<string, IReadOnlyList<ValueCount>> Facets);

/// <summary>A plan to compare with what there is.</summary>
internal sealed record CheckRequest(
    [property: Description("Het plan: een zin tot vele bladzijden, hoogstens 200.000 tekens.")] string? Text,
    [property: Description("De code van de gemeente die het plan heeft: GM0301.")] string? Municipality = null,
    [property: Description("Hoeveel resultaten hoogstens, 1 tot en met 100.")] int? PageSize = null);

/// <summary>What exists already that looks like a plan.</summary>
internal sealed record CheckResponse(
    [property: Description("Hoeveel woorden het plan telt.")] int Words,
    IReadOnlyList<CheckedItem> Results);

/// <summary>One use.</summary>
internal sealed record UseItem(
    SolutionLink Solution,
    OrganisationLink User,
    Adoption.UseState State,
    [property: Description("Hoe zeker het is: door een ander gezegd (claimed), zelf bevestigd (confirmed) of verlopen (lapsed).")]
    Adoption.ProofLevel Proof,
    DateOnly? Since,
    DateOnly? ConfirmedOn,
    [property: Description("Wie het zei.")] string? ClaimedBy,
    DateOnly? ClaimedOn,
    [property: Description("Het samenwerkingsverband dat het voor deze gemeente gebruikt.")] OrganisationLink? Via);

/// <summary>A solution with what is needed to ask for more.</summary>
internal sealed record SolutionLink(string Slug, string Title);

/// <summary>Everything that is known of one solution.</summary>
internal sealed record SolutionDocument : SolutionItem
{
    public required string Problem { get; init; }
    public required string WhatWeDid { get; init; }
    public required string Result { get; init; }
    public required string ForWhom { get; init; }
    public required IReadOnlyList<string> Tasks { get; init; }
    public required IReadOnlyList<string> Laws { get; init; }
    public Effort? Effort { get; init; }
    public CostBand? OneOffCost { get; init; }
    public CostBand? YearlyCost { get; init; }
    public required string Requirements { get; init; }
    public ScaleType? ScaleType { get; init; }
    public required string Accessibility { get; init; }
    public required string NonDigital { get; init; }
    public required string DataFreedom { get; init; }
    public required string Licence { get; init; }
    public int? OriginYear { get; init; }
    public int? BuildHours { get; init; }
    public required string Mailbox { get; init; }
    public required IReadOnlyList<Link> Links { get; init; }
    public required IReadOnlyList<Figure> Figures { get; init; }

    [Description("De bestanden die erbij horen.")]
    public required IReadOnlyList<AttachmentLink> Attachments { get; init; }

    [Description("De slug van wat ervoor in de plaats kwam.")]
    public string? Successor { get; init; }

    [Description("Wat het met andere oplossingen te maken heeft.")]
    public required IReadOnlyList<RelationLink> Relations { get; init; }

    [Description("Wie het naar welke fase bracht, oudste eerst.")]
    public required IReadOnlyList<StageStep> Decisions { get; init; }

    [Description("Wat er verder gebeurde, oudste eerst.")]
    public required IReadOnlyList<HistoryMoment> History { get; init; }

    [Description("Wie er meer over weet. Schrijven kan naar de postbus (mailbox).")]
    public PersonLink? Steward { get; init; }

    [Description("Wie de beheerder vervangt.")]
    public PersonLink? Deputy { get; init; }
}

/// <summary>A file that belongs to a solution.</summary>
internal sealed record AttachmentLink(
    string Name,
    [property: Description("Waar het bestand staat, vanaf het begin van deze site.")] string Url,
    [property: Description("Het soort, gevonden in de inhoud: application/pdf.")] string Type,
    [property: Description("Hoe groot het is, in bytes.")] long Size,
    [property: Description("Van een afbeelding: wat erop te zien is.")] string? Alt,
    [property: Description("Van een afbeelding: de breedte in pixels.")] int? Width,
    [property: Description("Van een afbeelding: de hoogte in pixels.")] int? Height)
{
    public static AttachmentLink Of(Attachment file) =>
        new(file.Name, file.Path, file.Type, file.Size, file.IsImage ? file.Alt : null, file.Width, file.Height);
}

/// <summary>A relation to another solution.</summary>
internal sealed record RelationLink(
    [property: Description("Het soort verband.")] RelationKind Kind,
    [property: Description("Waar: de andere doet dit met deze oplossing. Onwaar: deze doet het met de andere.")] bool Inverse,
    SolutionLink Solution);

/// <summary>Something worth telling, on a day.</summary>
internal sealed record HistoryMoment(DateOnly Date, string Text);

/// <summary>A person who answers for a solution; never with a personal address.</summary>
internal sealed record PersonLink(string Name, string Role, OrganisationLink? Organisation);

using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Kernel.Api;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Api;

/// <summary>The ways to narrow solutions: values of one facet widen, different facets narrow.</summary>
internal record FacetParameters
{
    [FromQuery(Name = "stage"), Description("Hoe ver het is. Meer waarden mag: stage=gem&stage=pilot.")]
    public string[]? Stage { get; init; }

    [FromQuery(Name = "kind"), Description("Wat voor ding het is.")]
    public string[]? Kind { get; init; }

    [FromQuery(Name = "theme"), Description("De slug van een thema.")]
    public string[]? Theme { get; init; }

    [FromQuery(Name = "province"), Description("Een provincie waar gebruikers liggen: PV25 of drenthe.")]
    public string[]? Province { get; init; }

    [FromQuery(Name = "size"), Description("Hoe groot gebruikers zijn: under25K, from25KTo50K, from50KTo100K, from100K.")]
    public string[]? Size { get; init; }

    [FromQuery(Name = "confirmed"), Description("Of een gebruiker het bevestigde: yes of no.")]
    public string[]? Confirmed { get; init; }

    [FromQuery(Name = "source"), Description("De bron, bijvoorbeeld algoritmeregister.")]
    public string[]? Source { get; init; }

    /// <summary>As the index knows them.</summary>
    public IReadOnlyList<FacetValue> Filters(Input input, IOrganisations organisations) =>
    [
        .. Of(Stage, text => input.OneOf<Stage>(FacetNames.Stage, text)?.ToString(), FacetNames.Stage),
        .. Of(Kind, text => input.OneOf<SolutionKind>(FacetNames.Kind, text)?.ToString(), FacetNames.Kind),
        .. Of(Theme, text => text, FacetNames.Theme),
        .. Of(Province, text => Code(text, input, organisations), FacetNames.Province),
        .. Of(Size, text => input.OneOf<SizeClass>(FacetNames.Size, text)?.ToString(), FacetNames.Size),
        .. Of(Confirmed, text => YesOrNo(text, input), FacetNames.Confirmed),
        .. Of(Source, text => text, FacetNames.Source),
    ];

    private static IEnumerable<FacetValue> Of(string[]? asked, Func<string, string?> read, string facet) =>
        (asked ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(read).OfType<string>().Select(value => new FacetValue(facet, value));

    private static string? Code(string text, Input input, IOrganisations organisations)
    {
        if (organisations.Provinces.FirstOrDefault(each => each.Code == text || each.Slug == text) is { } province)
            return province.Code;
        input.Wrong("query", FacetNames.Province, "unknown", "Kies bij province een code, zoals PV25, of een naam, zoals drenthe.");
        return null;
    }

    private static string? YesOrNo(string text, Input input)
    {
        if (text is FacetNames.Yes or FacetNames.No)
            return text;
        input.Wrong("query", FacetNames.Confirmed, "unknown", "Kies bij confirmed uit: yes, no.");
        return null;
    }
}

/// <summary>What a list of solutions is asked.</summary>
internal record ListParameters : FacetParameters
{
    [FromQuery(Name = "sort"), Description("De volgorde: relevance, newest, mostUsed of recentlyConfirmed.")]
    public string? Sort { get; init; }

    [FromQuery(Name = "pageSize"), Description("Hoeveel resultaten op een pagina, 1 tot en met 100; anders 20.")]
    public int? PageSize { get; init; }

    [FromQuery(Name = "cursor"), Description("Waar de pagina begint; neem hem over uit next of prev.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "fields"), Description("Welke velden u wilt, met komma's ertussen: slug,title.")]
    public string? Fields { get; init; }
}

/// <summary>What a search is asked.</summary>
internal sealed record SearchParameters : ListParameters
{
    [FromQuery(Name = "q"), Description("De zoekwoorden; \"tussen aanhalingstekens\" blijft bij elkaar.")]
    public string? Q { get; init; }

    [FromQuery(Name = "facets"), Description("Facetten om te tellen, met komma's ertussen: stage,kind.")]
    public string? Facets { get; init; }
}

/// <summary>What is asked about facets.</summary>
internal sealed record CountParameters : FacetParameters
{
    [FromQuery(Name = "q"), Description("Zoekwoorden; zonder telt alles mee.")]
    public string? Q { get; init; }

    [FromQuery(Name = "facets"), Description("Facetten om te tellen, met komma's ertussen; zonder alle.")]
    public string? Facets { get; init; }
}

/// <summary>What a list of uses is asked.</summary>
internal sealed record UseParameters
{
    [FromQuery(Name = "solution"), Description("De slug van een oplossing.")]
    public string? Solution { get; init; }

    [FromQuery(Name = "municipality"), Description("De code van een gemeente: GM0301.")]
    public string? Municipality { get; init; }

    [FromQuery(Name = "pageSize"), Description("Hoeveel resultaten op een pagina, 1 tot en met 100; anders 20.")]
    public int? PageSize { get; init; }

    [FromQuery(Name = "cursor"), Description("Waar de pagina begint; neem hem over uit next.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "fields"), Description("Welke velden u wilt, met komma's ertussen: solution,user.")]
    public string? Fields { get; init; }
}

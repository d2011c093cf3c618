using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Design;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Wall;

/// <summary>What a reader asks of the wall, as it stands in the address.</summary>
/// <remarks>What an address says wrong is left out, so that every address gives a page.</remarks>
internal sealed record WallQuestion
{
    public const string TextParameter = "q", SortParameter = "volgorde", ViewParameter = "weergave", PageParameter = "pagina";
    public const string ListView = "lijst";
    public const int MaxTextLength = 200, PageSize = 24;

    /// <summary>The sorts by their name in the address; the first is the default.</summary>
    public static IReadOnlyList<(string Slug, SearchSort Sort)> Sorts { get; } =
    [
        ("best", SearchSort.Relevance), ("gebruik", SearchSort.MostUsed),
        ("nieuw", SearchSort.Newest), ("bevestigd", SearchSort.RecentlyConfirmed),
    ];

    /// <summary>Words; empty asks for everything.</summary>
    public string Text { get; init; } = "";

    /// <summary>At most one option per facet, in the order of <see cref="WallFacets.All"/>.</summary>
    public IReadOnlyList<(WallFacet Facet, WallOption Option)> Chosen { get; init; } = [];

    public SearchSort Sort { get; init; } = SearchSort.Relevance;

    /// <summary>A dense table instead of cards.</summary>
    public bool AsList { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything narrows the wall.</summary>
    public bool IsNarrowed => Text.Length > 0 || Chosen.Count > 0;

    public static WallQuestion Read(IQueryCollection query, WallFacets facets)
    {
        var text = query[TextParameter].ToString().Trim();
        var chosen = new List<(WallFacet, WallOption)>();
        foreach (var facet in WallFacets.All)
        {
            if (query.TryGetValue(facet.Parameter, out var slugs) && facets.FromAddress(facet, slugs[0]) is { } option)
                chosen.Add((facet, option));
        }

        return new()
        {
            Text = text.Length > MaxTextLength ? text[..MaxTextLength] : text,
            Chosen = chosen,
            Sort = SortOf(query[SortParameter], text),
            AsList = query[ViewParameter] == ListView,
            Page = PageOf(query[PageParameter]),
        };
    }

    /// <summary>The option chosen for a facet, if any.</summary>
    public WallOption? Of(WallFacet facet) => Chosen.FirstOrDefault(choice => choice.Facet == facet).Option;

    /// <summary>The same question with another option for one facet; null leaves the facet out. Starts at page 1.</summary>
    public WallQuestion With(WallFacet facet, WallOption? option) => this with
    {
        Chosen = [.. WallFacets.All
            .Select(each => (Facet: each, Option: each == facet ? option : Of(each)))
            .Where(choice => choice.Option is not null)
            .Select(choice => (choice.Facet, choice.Option!))],
        Page = 1,
    };

    /// <summary>The part of the address behind the path, without what is the default: "?thema=wonen&amp;pagina=2".</summary>
    public string Address => new QueryBuilder(Parameters()).ToString();

    /// <summary>How many parameters <see cref="Address"/> has.</summary>
    public int ParameterCount => Parameters().Count();

    /// <summary>The same question for a screen in a hall, which has no list and starts at the first page.</summary>
    public WallQuestion ForScreen => this with { AsList = false, Page = 1 };

    /// <summary>The question as Search understands it.</summary>
    public SearchQuestion ToSearch(int take = PageSize) => new(Text)
    {
        Filters =
        [
            .. Chosen.Select(choice => new FacetValue(choice.Facet.Name, choice.Option.Value)),
            .. Of(WallFacets.State) is null ? [new FacetValue(FacetNames.State, FacetNames.Current)] : Array.Empty<FacetValue>(),
        ],
        CountFacets = [.. WallFacets.All.Select(facet => facet.Name)],
        Sort = Sort,
        Skip = (Page - 1) * take,
        Take = take,
    };

    private IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        if (Text.Length > 0)
            yield return new(TextParameter, Text);
        foreach (var (facet, option) in Chosen)
            yield return new(facet.Parameter, option.Slug);
        if (Sort != SearchSort.Relevance)
            yield return new(SortParameter, Sorts.First(each => each.Sort == Sort).Slug);
        if (AsList)
            yield return new(ViewParameter, ListView);
        if (Page > 1)
            yield return new(PageParameter, Page.ToString(CultureInfo.InvariantCulture));
    }

    // Without words the best match is the most used one, so that both have one address.
    private static SearchSort SortOf(string? slug, string text)
    {
        var sort = Sorts.FirstOrDefault(each => each.Slug == slug).Sort;
        return sort == SearchSort.MostUsed && text.Length == 0 ? SearchSort.Relevance : sort;
    }

    private static int PageOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, PageNumber.Most) : 1;
}

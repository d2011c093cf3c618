using Parelmuur.Catalogue.Searching;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Themes;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Wall;

/// <summary>One way to narrow the wall.</summary>
/// <param name="Parameter">Its name in the address: "thema".</param>
/// <param name="Name">Its name in the index, one of <see cref="FacetNames"/>.</param>
/// <param name="Label">What the reader sees above the choices.</param>
internal sealed record WallFacet(string Parameter, string Name, string Label);

/// <summary>One value of a facet.</summary>
/// <param name="Slug">As it stands in the address: "pareltje".</param>
/// <param name="Value">As it stands in the index: "Gem".</param>
/// <param name="Text">What the reader sees, in the reader's language.</param>
internal sealed record WallOption(string Slug, string Value, string Text);

/// <summary>The facets of solutions, between address, index and reader.</summary>
internal sealed class WallFacets(IOrganisations organisations, ThemeNames themes, Words words)
{
    public static WallFacet Stage { get; } = new("fase", FacetNames.Stage, "Fase");

    /// <summary>What has ended is shown only to who asks for it.</summary>
    public static WallFacet State { get; } = new("gestopt", FacetNames.State, "Gestopt");

    /// <summary>All facets, in the order of the form.</summary>
    public static IReadOnlyList<WallFacet> All { get; } =
    [
        Stage,
        new("thema", FacetNames.Theme, "Thema"),
        new("soort", FacetNames.Kind, "Soort"),
        new("provincie", FacetNames.Province, "Gebruikt in"),
        new("grootte", FacetNames.Size, "Gebruikt door"),
        new("bevestigd", FacetNames.Confirmed, "Zekerheid"),
        State,
    ];

    private readonly Dictionary<string, IReadOnlyList<WallOption>> options = new()
    {
        [FacetNames.Stage] = [.. Of<Stage>(stage => stage.Text()), new("tip", FacetNames.Tip, "Tip")],
        [FacetNames.Kind] = Of<SolutionKind>(kind => kind.Text()),
        [FacetNames.Province] = [.. organisations.Provinces.Select(province =>
            new WallOption(province.Slug, province.Code, province.Name))],
        [FacetNames.Size] =
        [
            new("tot-25000", nameof(SizeClass.Under25K), "Minder dan 25.000 inwoners"),
            new("25000-tot-50000", nameof(SizeClass.From25KTo50K), "25.000 tot 50.000 inwoners"),
            new("50000-tot-100000", nameof(SizeClass.From50KTo100K), "50.000 tot 100.000 inwoners"),
            new("vanaf-100000", nameof(SizeClass.From100K), "100.000 inwoners of meer"),
        ],
        [FacetNames.Confirmed] =
        [
            new("ja", FacetNames.Yes, "Gebruik is bevestigd"),
            new("nee", FacetNames.No, "Gebruik is niet bevestigd"),
        ],
        [FacetNames.State] = [new("ja", FacetNames.Ended, "Alleen wat gestopt is")],
    };

    /// <summary>The option that an address names; null when there is none.</summary>
    public WallOption? FromAddress(WallFacet facet, string? slug) => slug switch
    {
        null or "" => null,
        _ when facet.Name == FacetNames.Theme => IsSlug(slug) ? Theme(slug) : null,
        _ => options[facet.Name].FirstOrDefault(option => option.Slug == slug) is { } option ? Said(option) : null,
    };

    /// <summary>The option that stands for a value of the index; null when the value is not for readers.</summary>
    public WallOption? FromIndex(WallFacet facet, string value) => facet.Name == FacetNames.Theme
        ? Theme(value)
        : options[facet.Name].FirstOrDefault(option => option.Value == value) is { } option ? Said(option) : null;

    /// <summary>Whether the options of a facet have an order that is not that of their names.</summary>
    public static bool HasOwnOrder(WallFacet facet) => facet.Name is FacetNames.Stage or FacetNames.Size or FacetNames.Confirmed;

    /// <summary>The place of an option of such a facet.</summary>
    public int PlaceOf(WallFacet facet, WallOption option) =>
        options[facet.Name].Select((each, place) => (each.Value, place)).First(each => each.Value == option.Value).place;

    // Any theme may be asked for, also one that only an import knows, but not just any text.
    private static bool IsSlug(string text) =>
        text.Length <= Slug.MaxLength && text[0] != '-' && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private WallOption Theme(string slug) => new(slug, slug, themes.OfSlug(slug));

    private WallOption Said(WallOption option) => Words.IsEnglish ? option with { Text = words[option.Text] } : option;

    private static List<WallOption> Of<T>(Func<T, string> text)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new WallOption(Slug.From(text(value)), value.ToString(), text(value)))];
}

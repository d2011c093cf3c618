using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Design;
using Parelmuur.Kernel.People;

namespace Parelmuur.Organisations.Municipalities;

/// <summary>The list of municipalities, to search by name, old name, code and province.</summary>
internal sealed class IndexModel(MunicipalityRegister register, IOrganisations organisations, IEnumerable<IMunicipalityUses> uses) : PageModel
{
    /// <summary>What was typed in the search field; longer than any name, so nothing real is cut.</summary>
    public const int MaxTextLength = 100;

    [BindProperty(SupportsGet = true, Name = "naam")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "provincie")]
    public string? ProvinceSlug { get; set; }

    public FoundMunicipalities Found { get; private set; } = null!;

    public DateOnly Today => organisations.Today;

    public int CountToday => organisations.Current.Count;

    public bool IsFiltered => Text?.Length > 0 || Found.Province is not null;

    public bool IsEmpty => Found.Current.Count == 0 && Found.Former.Count == 0;

    public string? CountedIn => $"{Found.Current[0].Inhabitants?.Year}";

    public string? CountedBy => Found.Current[0].Inhabitants?.Source;

    public IEnumerable<Choice> ProvinceChoices =>
        Found.Provinces.Select(each => new Choice(each.Province.Slug, each.Province.Name, Count: each.Count));

    /// <summary>Who was found, filled; without a question the empty map.</summary>
    public HexMapData Map => IsFiltered
        ? new HexMapData { Uses = HexSet.Of(Found.Current.Select(each => each.Hex).OfType<HexCell>()) }
        : HexMapData.Empty;

    /// <summary>What the map says, in Dutch with {0} for who was found and {1} for all.</summary>
    public string MapMessage => IsFiltered ? "Kaart: {0} van de {1} gemeenten gevuld" : "Kaart van alle {1} gemeenten per provincie";

    /// <summary>How many solutions each one uses, where that is known.</summary>
    public IReadOnlyDictionary<OrganisationId, int> Uses { get; private set; } = new Dictionary<OrganisationId, int>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Text = (Text ?? "").Trim();
        if (Text.Length > MaxTextLength)
            Text = Text[..MaxTextLength];
        Found = MunicipalityFinder.Find(register, Text, ProvinceSlug, Today);
        if (uses.LastOrDefault() is { } counts)
            Uses = await counts.CountAsync(cancellation);
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Parelmuur.Design.Pages;

/// <summary>Every component in its states: to look at, to copy from and to test.</summary>
internal sealed class GalleryModel(IEnumerable<IHexGrid> grids) : PageModel
{
    private readonly IReadOnlyList<HexCell> cells = grids.LastOrDefault()?.Cells ?? [];

    /// <summary>What the form of the gallery binds.</summary>
    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>The five stages.</summary>
    public static IReadOnlyList<StageLook> Stages { get; } =
        [new(1, "Pareltje"), new(2, "Pilot"), new(3, "Gedeeld"), new(4, "Collectief"), new(5, "Standaard")];

    /// <summary>Cards of all stages and kinds of freshness.</summary>
    public IReadOnlyList<CardModel> Cards =>
    [
        Card(1, "Bel eerst, stuur dan pas een brief", "Inwoners lezen onze brief niet. Daarom bellen we eerst.", 0, 0, new Freshness(new DateOnly(2026, 11, 2), false)),
        Card(2, "Eerst een appje", "Inwoners krijgen eerst een kort bericht, met een foto van wie er belt.", 0, 9, new Freshness(new DateOnly(2026, 7, 4), false)),
        Card(3, "Vroegbel", "Bel inwoners binnen 5 werkdagen na het eerste signaal.", 87, 6, new Freshness(new DateOnly(2026, 10, 8), false), confirmed: 61),
        Card(4, "Samen naar school rijden", "Koop leerlingenvervoer samen in.", 53, 0, new Freshness(new DateOnly(2025, 5, 1), true)),
        Card(5, "Woo in één keer goed", "Publiceer een besluit één keer. De rest gaat vanzelf mee.", 236, 0, new Freshness(null, true, HasSteward: false)),
        Card(3, "Een heel lange titel over informatieveiligheidsbewustwordingscampagnes <script>", null, 12, 0, null),
    ];

    /// <summary>A map with everything on it.</summary>
    public HexMapData Map => MapOf(3, 87, 6) with
    {
        Ours = HexSet.Of(cells.Skip(40).Take(1)),
        Names = [.. cells.Skip(40).Take(1).Select(cell => new HexName(cell, "Wij"))],
    };

    /// <summary>Shows the form as it comes back, with its errors.</summary>
    public IActionResult OnPost() => Page();

    private CardModel Card(int step, string title, string? promise, int uses, int joining, Freshness? freshness, int confirmed = 0) => new()
    {
        Url = "#kaarten",
        Title = title,
        Stage = Stages[step - 1],
        Promise = promise,
        Maker = "Deventer",
        Themes = ["Bestaanszekerheid"],
        Uses = uses,
        Joining = joining,
        Confirmed = confirmed,
        Freshness = freshness,
        Map = MapOf(step, uses, joining),
    };

    /// <summary>A spread that looks real and is always the same: every so many cells, from a place of its own.</summary>
    private HexMapData MapOf(int seed, int uses, int joining)
    {
        var spread = cells.OrderBy(cell => ((cell.Q * 31) + (cell.R * 17 * seed)) % 101).ToList();
        return new HexMapData
        {
            Uses = HexSet.Of(spread.Take(uses)),
            Joining = HexSet.Of(spread.Skip(uses).Take(joining)),
            Maker = HexSet.Of(spread.Take(1)),
        };
    }

    /// <summary>The questions of the form.</summary>
    public sealed class Answers
    {
        /// <summary>A short answer.</summary>
        [Required(ErrorMessage = "Vul een titel in."), StringLength(80)]
        public string Title { get; set; } = "";

        /// <summary>A long answer.</summary>
        [Required(ErrorMessage = "Vul in wat het opleverde.")]
        public string Result { get; set; } = "";

        /// <summary>One of a list.</summary>
        public string? Theme { get; set; }

        /// <summary>One of a few.</summary>
        [Required(ErrorMessage = "Kies wat jullie doen.")]
        public string? Outcome { get; set; }

        /// <summary>Yes or no.</summary>
        public bool Agree { get; set; }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>The figures of the whole platform: what is used, how it grew and where.</summary>
internal sealed class FiguresModel(KeptSpread spread, IOrganisations organisations, Words words) : PageModel
{
    public const int Listed = 20;

    public PlatformSpread Spread { get; private set; } = null!;

    public MonthsView? Months { get; private set; }

    /// <summary>Another text after each change, of any solution.</summary>
    public string Round { get; private set; } = "";

    public int MunicipalitiesToday => organisations.Current.Count;

    /// <summary>The figures at the top.</summary>
    public IEnumerable<Fact> Facts
    {
        get
        {
            yield return new(words["{0:N0}", Spread.Solutions.Count], Spread.Solutions.Count == 1 ? "oplossing die iemand gebruikt" : "oplossingen die iemand gebruikt");
            yield return new(words["{0:N0}", Spread.Active], "keer in gebruik");
            yield return new(words["{0:N0}", Spread.Confirmed], "daarvan bevestigd");
            yield return new(words["{0:N0}", Spread.Municipalities], words[Spread.Municipalities == 1 ? "van de {0:N0} gemeenten doet mee" : "van de {0:N0} gemeenten doen mee", MunicipalitiesToday]);
        }
    }

    public async Task OnGetAsync([FromQuery(Name = "maand")] string? month, CancellationToken cancellation)
    {
        Round = spread.Round;
        Spread = await spread.TodayAsync(cancellation);
        if (Spread.Growth.Months.Count > 0)
            Months = new(Spread.Growth, Month.Parse(month), "Zo veel gemeenten gebruikten iets: {0:N0}");
    }
}

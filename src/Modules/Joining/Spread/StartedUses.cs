using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>How many uses started in which month, at which municipality.</summary>
internal sealed class StartedUses
{
    /// <summary>Fifteen years. What started before counts in the first month of them.</summary>
    public const int MostMonths = 180;

    private readonly int[] all = new int[MostMonths];
    private readonly int[]?[] at;

    public StartedUses(IOrganisations organisations)
    {
        Earliest = Spread.Month.Of(organisations.Today).Number - MostMonths + 1;
        at = new int[organisations.Current.Count][];
    }

    /// <summary>The number of the first month.</summary>
    public int Earliest { get; }

    /// <summary>How many starts are not known.</summary>
    public int Undated { get; private set; }

    /// <summary>How many started in each month, the earliest first.</summary>
    public IReadOnlyList<int> PerMonth => all;

    /// <summary>Adds uses, or takes them off.</summary>
    /// <param name="uses">The uses.</param>
    /// <param name="times">1 to add them, −1 to take them off.</param>
    public void Add(CountedUses uses, int times)
    {
        Undated += times * uses.Undated;
        foreach (var start in uses.Starts)
        {
            var month = Math.Max(start.Month - Earliest, 0);
            all[month] += times;
            if (start.Place != Start.Nowhere)
                (at[start.Place] ??= new int[MostMonths])[month] += times;
        }
    }

    /// <summary>Per municipality the month of its first start, counted from the earliest; −1 when it has none.</summary>
    public IEnumerable<int> Firsts() => at.Select(months => months is null ? -1 : Array.FindIndex(months, count => count > 0));
}

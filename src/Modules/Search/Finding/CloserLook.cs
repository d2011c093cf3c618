using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Orders the best hits again by what is too dear to look at for all of them.</summary>
internal sealed class CloserLook(Snapshot snapshot, DateOnly today)
{
    private const double ExactTitle = 1000;
    private const float PerConfirmedUser = 0.012f, PerUser = 0.006f, Fresh = 0.02f, FadedFactor = 0.85f;
    private const int FreshDays = 366;

    public IEnumerable<(int Document, double Key)> Order(IEnumerable<(int Document, double Key)> hits, ulong titleKey) =>
        hits.Select(hit => (hit.Document, Key: Key(hit.Document, hit.Key, titleKey)))
            .OrderByDescending(hit => hit.Key)
            .ThenBy(hit => snapshot[hit.Document].Id);

    private double Key(int document, double key, ulong titleKey)
    {
        ref readonly var entry = ref snapshot[document];
        return (key * Lift(in entry)) + (titleKey != 0 && entry.TitleKey == titleKey ? ExactTitle : 0);
    }

    // At most some ten percent: use and freshness decide between like matches only.
    private float Lift(in Entry entry)
    {
        var lift = 1 + (PerConfirmedUser * MathF.Log2(1 + entry.ConfirmedUsers)) + (PerUser * MathF.Log2(1 + entry.Users));
        if (entry.Confirmed > 0 && today.DayNumber - entry.Confirmed <= FreshDays)
            lift += Fresh;
        return entry.Faded ? lift * FadedFactor : lift;
    }
}

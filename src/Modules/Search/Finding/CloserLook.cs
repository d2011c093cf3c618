using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Orders the best hits again by what is too dear to look at for all of them.</summary>
internal sealed class CloserLook(Snapshot snapshot, Reasons reasons, DateOnly today)
{
    private const double ExactTitle = 1000;
    private const float PerConfirmedUser = 0.012f, PerUser = 0.006f, Fresh = 0.02f, FadedFactor = 0.85f;
    private const int FreshDays = 366;

    // Who asks for all that the title says most likely means this very thing. Further down it is no use to look at it.
    private const float WholeTitle = 0.2f;
    private const int TitlesRead = 50;

    public IEnumerable<(int Document, double Key)> Order(IEnumerable<(int Document, double Key)> hits, ulong titleKey)
    {
        (int Document, double Key)[] ordered = [.. hits.Select((hit, at) => (hit.Document, Key(hit.Document, at, hit.Key, titleKey)))];
        Array.Sort(ordered, (left, right) => left.Key != right.Key
            ? right.Key.CompareTo(left.Key)
            : snapshot[left.Document].Id.CompareTo(snapshot[right.Document].Id));
        return ordered;
    }

    private double Key(int document, int at, double key, ulong titleKey)
    {
        ref readonly var entry = ref snapshot[document];
        var title = at < TitlesRead ? 1 + (WholeTitle * reasons.OfTitle(document)) : 1;
        return (key * title * Lift(in entry)) + (titleKey != 0 && entry.TitleKey == titleKey ? ExactTitle : 0)
            - (entry.Tentative ? Finding.Order.Below : 0);
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

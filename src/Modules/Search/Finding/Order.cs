using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>The keys of the orders that do not depend on the question: higher comes first.</summary>
internal static class Order
{
    // Settles ties without reaching the next whole user or day.
    private const double Little = 1e-9;

    // More than any number of users, day or score.
    public const double Below = 1e9;

    public static double Key(SearchSort sort, in Standing entry) => Own(sort, in entry) - (entry.Tentative ? Below : 0);

    private static double Own(SearchSort sort, in Standing entry) => sort switch
    {
        SearchSort.Newest => entry.Created + (Little * entry.Users),
        SearchSort.RecentlyConfirmed => entry.Confirmed + (Little * entry.Users),
        _ => entry.Users + (Little * entry.Confirmed),
    };
}

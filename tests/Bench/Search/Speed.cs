namespace Parelmuur.Bench.Search;

internal static class Speed
{
    public static void Print() { }
}

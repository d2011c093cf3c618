namespace Parelmuur.Design;

/// <summary>The number of a page in a list, as it stands in an address: from 1.</summary>
public static class PageNumber
{
    /// <summary>The highest that is answered. Of a much higher one the place of its first row would not be a number any more.</summary>
    public const int Most = 100_000;

    /// <summary>Whether there can be such a page.</summary>
    public static bool CanBe(int number) => number is >= 1 and <= Most;
}

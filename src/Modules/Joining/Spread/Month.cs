using System.Globalization;

namespace Parelmuur.Joining.Spread;

/// <summary>A month of a year, that can be counted and compared.</summary>
/// <param name="Number">The number of months since the beginning of our era.</param>
internal readonly record struct Month(int Number)
{
    public int Year => Number / 12;

    /// <summary>Its first day, to write it in words.</summary>
    public DateOnly FirstDay => new(Year, (Number % 12) + 1, 1);

    public static Month Of(DateOnly day) => new((day.Year * 12) + day.Month - 1);

    /// <summary>Reads "2026-03"; null for anything else.</summary>
    public static Month? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Of(day) : null;

    /// <summary>As it stands in an address and a file: "2026-03".</summary>
    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

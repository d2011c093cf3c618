using System.Globalization;

namespace Parelmuur.Design;

/// <summary>Numbers as the reader's language writes them.</summary>
internal static class Figure
{
    /// <summary>A whole number: "1.214" in Dutch, "1,214" in English.</summary>
    public static string Of(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}

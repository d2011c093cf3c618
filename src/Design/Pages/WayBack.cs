using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Parelmuur.Design;

/// <summary>The page where somebody came from, as an address gave it.</summary>
public static partial class WayBack
{
    /// <summary>That page when it is one of this site, written so that an answer can carry it; null when it is not.</summary>
    /// <remarks>An address that was read has its letters back, such as é; in a header those cannot stand.</remarks>
    public static string? WayBackTo(this IUrlHelper url, string? path) =>
        url.IsLocalUrl(path) ? BeyondAscii().Replace(path, found => Uri.EscapeDataString(found.Value)) : null;

    [GeneratedRegex(@"[^\x00-\x7F]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex BeyondAscii();
}

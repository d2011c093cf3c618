using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Parelmuur.Design;

/// <summary>Makes one small stylesheet of the files in <c>css/</c>, in the order of their names.</summary>
internal static partial class Stylesheet
{
    /// <summary>Joins the files and leaves out comments and white space.</summary>
    /// <param name="font">The file name of the font, beside the stylesheet.</param>
    public static byte[] Bundle(string font)
    {
        var bundle = new StringBuilder("/* Parelmuur, EUPL-1.2. Holds form components of NL Design System (Frameless, gemeente Utrecht), EUPL-1.2. */\n");
        foreach (var name in Names())
            bundle.Append(Shrink(Encoding.UTF8.GetString(Assets.Embedded(name))));
        return Encoding.UTF8.GetBytes(bundle.Replace("figtree.woff2", font).ToString());
    }

    private static IEnumerable<string> Names() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith("css/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Shrink(string css) =>
        AroundPunctuation().Replace(WhiteSpace().Replace(Comment().Replace(css, ""), " "), "${sign}").Replace(";}", "}", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();

    // Not around ':' , '+' or '-': there a space can carry meaning.
    [GeneratedRegex(@"\s*(?<sign>[{};,>])\s*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AroundPunctuation();
}

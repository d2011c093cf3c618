using System.Globalization;

namespace Parelmuur.Kernel.Text;

/// <summary>Writes in the language of the one who will read it, which may differ from that of who causes it.</summary>
/// <example><c>using var language = ReaderLanguage.Of("en");</c></example>
public sealed class ReaderLanguage : IDisposable
{
    private static readonly CultureInfo Dutch = new("nl-NL"), English = new("en-GB");

    private readonly CultureInfo culture = CultureInfo.CurrentCulture, texts = CultureInfo.CurrentUICulture;

    private ReaderLanguage(CultureInfo reader) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = reader;

    /// <summary>The language of the reader until it is disposed of, in the same method.</summary>
    /// <param name="language">"nl" or "en".</param>
    public static ReaderLanguage Of(string language) => new(language == "en" ? English : Dutch);

    /// <summary>What is written while the language is that of the reader.</summary>
    public static T In<T>(string language, Func<T> write)
    {
        using var reader = Of(language);
        return write();
    }

    /// <inheritdoc/>
    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
}

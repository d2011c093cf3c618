using System.Globalization;

namespace Parelmuur.Accounts.People;

/// <summary>Writes in the language of the one who will read it, which may differ from that of who causes it.</summary>
internal static class ReaderLanguage
{
    private static readonly CultureInfo Dutch = new("nl-NL"), English = new("en-GB");

    /// <summary>What is written while the language is that of the reader.</summary>
    public static T In<T>(string language, Func<T> write)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language == "en" ? English : Dutch;
        try
        {
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }
}

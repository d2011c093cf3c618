using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Thesaurus;

/// <summary>Reads the plain text in which people keep the thesaurus.</summary>
/// <remarks>
/// One relation per line. "bijstand = participatiewet" means the same both ways, for two or more names.
/// "grofvuil > afval" means that who asks the first also finds the second, not the other way round. What follows # is
/// a remark. Capitals, accents and plurals make no difference.
/// </remarks>
internal static class ThesaurusFile
{
    private const int LongestLine = 500;
    private const int MostWords = 8;

    /// <summary>Reads all lines; a wrong line is reported and left out.</summary>
    public static ThesaurusReading Read(TextReader text, Analyzer analyzer)
    {
        List<KeyValuePair<string, Synonym>> pairs = [];
        List<ThesaurusError> errors = [];
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (Read(line, analyzer, pairs) is { } message)
                errors.Add(new ThesaurusError(number, line.Trim(), message));
        }

        return new ThesaurusReading(new Synonyms(pairs), errors);
    }

    /// <summary>The names on a line, as written.</summary>
    public static IReadOnlyList<string> Names(string line)
    {
        var content = line.Split('#', 2)[0];
        return content.Split(IsBroader(content) ? '>' : '=', StringSplitOptions.TrimEntries);
    }

    private static bool IsBroader(string content) => content.Contains('>', StringComparison.Ordinal);

    private static string? Read(string line, Analyzer analyzer, List<KeyValuePair<string, Synonym>> pairs)
    {
        var content = line.Split('#', 2)[0].Trim();
        if (content.Length == 0)
            return null;
        if (content.Length > LongestLine)
            return $"De regel is langer dan {LongestLine} tekens.";

        var isBroader = IsBroader(content);
        if (isBroader && content.Contains('=', StringComparison.Ordinal))
            return "Gebruik = of >, niet allebei op een regel.";
        var names = Names(content).Select(name => ThesaurusName.Read(name, analyzer)).ToList();
        if (Wrong(names, isBroader) is { } message)
            return message;

        foreach (var (from, to) in isBroader ? [(names[0], names[1])] : BothWays(names))
            pairs.AddRange(from.Keys.Select(key => KeyValuePair.Create(key, new Synonym(to.Text, to.Terms, isBroader))));
        return null;
    }

    private static string? Wrong(List<ThesaurusName> names, bool isBroader)
    {
        if (names.Count == 1)
            return "Zet = of > tussen twee namen.";
        if (isBroader && names.Count > 2)
            return "Zet maar een > op een regel.";
        if (names.Exists(name => name.Text.Length == 0))
            return "Naast het teken = of > ontbreekt een naam.";
        if (names.Find(name => name.Terms.Count == 0) is { } empty)
            return $"In '{empty.Text}' staat geen woord waarop te zoeken is.";
        if (names.Find(name => name.Terms.Count > MostWords) is { } wordy)
            return $"'{wordy.Text}' heeft meer dan {MostWords} woorden.";
        var keys = names.SelectMany(name => name.Keys).ToList();
        return keys.Distinct(StringComparer.Ordinal).Count() < keys.Count ? "Dezelfde naam staat er twee keer." : null;
    }

    private static IEnumerable<(ThesaurusName From, ThesaurusName To)> BothWays(List<ThesaurusName> names) =>
        from one in names
        from other in names
        where one != other
        select (one, other);
}

/// <summary>What a thesaurus text holds.</summary>
/// <param name="Synonyms">All lines that are right.</param>
/// <param name="Errors">The lines that are wrong, in order.</param>
internal sealed record ThesaurusReading(Synonyms Synonyms, IReadOnlyList<ThesaurusError> Errors);

/// <summary>A line that is wrong.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Text">The line itself.</param>
/// <param name="Message">What to do about it, in plain Dutch.</param>
internal sealed record ThesaurusError(int Line, string Text, string Message);

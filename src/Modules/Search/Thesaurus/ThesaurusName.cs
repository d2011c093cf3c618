using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Thesaurus;

/// <summary>A name on a line of the thesaurus.</summary>
/// <param name="Text">As written.</param>
/// <param name="Terms">Its words without stop words; a word with hyphens counts as one.</param>
/// <param name="Keys">The stems by which it is found: with hyphenated words whole, and in pieces.</param>
internal sealed record ThesaurusName(string Text, IReadOnlyList<Term> Terms, IReadOnlyList<string> Keys)
{
    /// <summary>Reads a name.</summary>
    public static ThesaurusName Read(string text, Analyzer analyzer)
    {
        List<Term> wholes = [];
        List<Term> pieces = [];
        var wholeEnd = 0;
        foreach (var token in new Tokens(text))
        {
            var term = analyzer.Term(token.In(text));
            if (term.IsStopWord)
                continue;
            if (token.Width == 1)
                pieces.Add(term);
            if (token.Width > 1 || token.Start >= wholeEnd)
                wholes.Add(term);
            if (token.Width > 1)
                wholeEnd = token.Start + token.Length;
        }

        string[] keys = [Synonyms.Key(wholes), Synonyms.Key(pieces)];
        return new ThesaurusName(text, wholes, [.. keys.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)]);
    }
}

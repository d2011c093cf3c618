namespace Parelmuur.Catalogue.Import;

/// <summary>Which titles are nearly the same.</summary>
/// <remarks>
/// Two titles are alike when without spaces they share at least 7 of 10 groups of three letters (Dice on trigrams), or
/// when all words of the one, at least two, stand in the other. Titles with other numbers are different things.
/// Only titles that share a rare group of letters or a rare word are compared: ten thousand take about a second.
/// </remarks>
internal static class Alikeness
{
    private const double Enough = 0.7;
    private const int FewestWords = 2;

    // A group of letters or a word that stands in more titles than this tells nothing.
    private const int TooCommon = 200;

    /// <summary>The pairs by their places in the list, in order, the first before the second.</summary>
    /// <param name="keys">Titles as they are compared, see <see cref="Shorten.TitleKey"/>.</param>
    public static IReadOnlyCollection<(int One, int Other)> Pairs(IReadOnlyList<string> keys)
    {
        var titles = keys.Select(key => new Title(key)).ToList();
        var byGram = Places(titles, title => title.Grams);
        var byWord = Places(titles, title => title.Words);
        var pairs = new SortedSet<(int, int)>();
        for (var one = 0; one < titles.Count; one++)
        {
            var title = titles[one];
            var compared = new HashSet<int> { one };
            foreach (var gram in title.Grams.OrderBy(gram => byGram[gram].Count).Take(title.TellingGrams))
                Compare(byGram[gram], title.SharesLetters);
            compared = [one];
            if (title.Words.Count >= FewestWords)
                Compare(byWord[title.Words.MinBy(word => byWord[word].Count)!], title.IsWithin);

            void Compare(List<int> others, Func<Title, bool> isAlike)
            {
                foreach (var other in others.Count <= TooCommon ? others : [])
                {
                    if (compared.Add(other) && isAlike(titles[other]) && title.Numbers == titles[other].Numbers)
                        pairs.Add(one < other ? (one, other) : (other, one));
                }
            }
        }

        return pairs;
    }

    private static Dictionary<string, List<int>> Places(List<Title> titles, Func<Title, IEnumerable<string>> parts)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < titles.Count; index++)
        {
            foreach (var part in parts(titles[index]))
            {
                if (!places.TryGetValue(part, out var list))
                    places[part] = list = [];
                list.Add(index);
            }
        }

        return places;
    }

    private sealed class Title(string key)
    {
        public HashSet<string> Words { get; } = [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        public HashSet<string> Grams { get; } = GramsOf($" {key.Replace(" ", "", StringComparison.Ordinal)} ");

        public string Numbers { get; } = string.Concat(key.Where(char.IsDigit));

        // Whoever shares enough letters shares at least one of any so many groups.
        public int TellingGrams => Grams.Count - (int)Math.Ceiling(Enough / (2 - Enough) * Grams.Count) + 1;

        public bool SharesLetters(Title other) =>
            2.0 * Grams.Count(other.Grams.Contains) >= Enough * (Grams.Count + other.Grams.Count);

        public bool IsWithin(Title other) => Words.IsSubsetOf(other.Words);

        private static HashSet<string> GramsOf(string letters) =>
            [.. Enumerable.Range(0, Math.Max(0, letters.Length - 2)).Select(start => letters.Substring(start, 3))];
    }
}

using System.Runtime.InteropServices;

namespace Parelmuur.Catalogue.Import;

/// <summary>Which titles are nearly the same.</summary>
/// <remarks>
/// Two titles are alike when without spaces they share at least 7 of 10 groups of three letters (Dice on trigrams), or
/// when all words of the one, at least two, stand in the other; see <see cref="Difference"/> for what tells them apart.
/// Titles that share so much must share one of their rarest groups, so only those are compared, and a comparison stops
/// as soon as too little is left.
/// </remarks>
internal static class Alikeness
{
    private const double Enough = 0.7;
    private const int FewestWords = 2;

    // A group of letters or a word that stands in more titles than this tells nothing.
    private const int TooCommon = 100;

    /// <summary>The pairs by their places in the list, in order, the first before the second.</summary>
    /// <param name="keys">Titles as they are compared, see <see cref="Shorten.TitleKey"/>.</param>
    public static IReadOnlyCollection<(int One, int Other)> Pairs(IReadOnlyList<string> keys)
    {
        var grams = RarestFirst([.. keys.Select(GramsOf)]);
        var words = RarestFirst([.. keys.Select(key => key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray())]);
        var pairs = new SortedSet<(int, int)>();
        Collect(grams, TellingGrams, TellingGrams, (one, other) => Share(one, other, (int)Math.Ceiling(Enough / 2 * (one.Length + other.Length))));
        // The rarest word of the shorter title stands somewhere in the longer one.
        Collect(words, each => each.Length, each => each.Length < FewestWords ? 0 : 1, (one, other) => Share(one, other, one.Length));
        return pairs;

        void Collect(List<int[]> titles, Func<int[], int> kept, Func<int[], int> asked, Func<int[], int[], bool> areAlike)
        {
            var places = new Dictionary<int, List<int>>();
            for (var index = 0; index < titles.Count; index++)
            {
                foreach (var part in titles[index].AsSpan(0, kept(titles[index])))
                {
                    if (!places.TryGetValue(part, out var list))
                        places[part] = list = [];
                    list.Add(index);
                }
            }

            var compared = new HashSet<int>();
            for (var one = 0; one < titles.Count; one++)
            {
                compared.Clear();
                compared.Add(one);
                foreach (var part in titles[one].AsSpan(0, asked(titles[one])))
                {
                    foreach (var other in places[part].Count <= TooCommon ? places[part] : [])
                    {
                        if (compared.Add(other) && areAlike(titles[one], titles[other]) && !Difference.Between(keys[one], keys[other]))
                            pairs.Add(one < other ? (one, other) : (other, one));
                    }
                }
            }
        }
    }

    // Whoever shares enough groups shares at least one of these, the rarest.
    private static int TellingGrams(int[] title) =>
        title.Length == 0 ? 0 : title.Length - (int)Math.Ceiling(Enough / (2 - Enough) * title.Length) + 1;

    /// <summary>Gives each part a number by how rare it is, and each title its numbers in order.</summary>
    private static List<int[]> RarestFirst<TPart>(List<TPart[]> titles)
        where TPart : notnull
    {
        var counts = new Dictionary<TPart, int>();
        foreach (var part in titles.SelectMany(title => title))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, part, out _)++;
        var number = 0;
        foreach (var (part, _) in counts.OrderBy(part => part.Value).ToList())
            counts[part] = number++;
        return titles.ConvertAll(title =>
        {
            var numbers = Array.ConvertAll(title, part => counts[part]);
            Array.Sort(numbers);
            return numbers;
        });
    }

    // Three letters fit in one number, so that thousands of titles need no text for each group.
    private static long[] GramsOf(string key)
    {
        var letters = $" {key.Replace(" ", "", StringComparison.Ordinal)} ";
        var grams = new HashSet<long>();
        for (var at = 0; at + 3 <= letters.Length; at++)
            grams.Add(((long)letters[at] << 32) | ((long)letters[at + 1] << 16) | letters[at + 2]);
        return [.. grams];
    }

    // Both are in order, so one walk along the two is enough. The rare ones come first: most walks end early.
    private static bool Share(int[] one, int[] other, int needed)
    {
        var (left, right) = (0, 0);
        while (needed > 0 && one.Length - left >= needed && other.Length - right >= needed)
        {
            if (one[left] == other[right])
                (needed, left, right) = (needed - 1, left + 1, right + 1);
            else if (one[left] < other[right])
                left++;
            else
                right++;
        }

        return needed <= 0;
    }
}

using Parelmuur.Search;

namespace Parelmuur.Bench.Search;

/// <summary>Entries of about a hundred words each that look like Dutch in number: few common words, very many rare ones.</summary>
internal sealed class Generated
{
    private const int Seed = 342;
    private const int Roots = 6000, RareWords = 60_000;
    private const int WordsPerBody = 80;

    private readonly Random random = new(Seed);
    private readonly string[] words;

    public Generated()
    {
        string[] roots = [.. Enumerable.Range(0, Roots).Select(_ => Root())];
        words = [.. roots, .. Enumerable.Range(0, RareWords).Select(_ => roots[random.Next(600)] + roots[random.Next(Roots)])];
    }

    public List<SearchEntry> Entries(int count) => [.. Enumerable.Range(1, count).Select(Entry)];

    /// <summary>One to three words, as people type them.</summary>
    public string Question() => Text(random.Next(1, 4));

    /// <summary>A text of a hundred and fifty words.</summary>
    public string Plan() => Text(150);

    private SearchEntry Entry(int number) =>
        new(new Guid(number, 0, 0, new byte[8]), "Solution", Text(4), Text(14), Text(WordsPerBody))
        {
            Keywords = [Text(1), Text(1)],
            Users = random.Next(60),
            ConfirmedUsers = random.Next(10),
            Created = new DateOnly(2020, 1, 1).AddDays(random.Next(2000)),
            Facets =
            [
                new FacetValue("stage", $"s{random.Next(5)}"),
                new FacetValue("kind", $"k{random.Next(10)}"),
                new FacetValue("theme", $"t{random.Next(20)}"),
                new FacetValue("theme", $"t{random.Next(20)}"),
                .. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => new FacetValue("province", $"p{random.Next(12)}")),
                new FacetValue("size", $"c{random.Next(4)}"),
            ],
        };

    /// <summary>As many words as asked for.</summary>
    public string Text(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    // Zipf: the word of rank r is used in proportion to 1/r.
    private string Word() => words[(int)Math.Pow(words.Length, random.NextDouble()) - 1];

    private string Root()
    {
        const string Begins = "bdfghjklmnprstvwz", Middles = "aeiou";
        return string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ =>
            $"{Begins[random.Next(Begins.Length)]}{Middles[random.Next(Middles.Length)]}")) + Begins[random.Next(Begins.Length)];
    }
}

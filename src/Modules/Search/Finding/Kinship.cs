using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Finding;

/// <summary>Tells how any word relates to the words of a question.</summary>
internal sealed class Kinship
{
    private const float BothParts = 0.4f;

    private readonly Dictionary<string, int> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Kin> others = new(StringComparer.Ordinal);

    public Kinship(IReadOnlyList<AskedWord> words)
    {
        Words = words;
        for (var at = 0; at < words.Count; at++)
        {
            var term = words[at].Term;
            byWord.TryAdd(term.Folded, at);
            byStem.TryAdd(term.Stem, at);
            foreach (var part in term.Parts)
                byPart.TryAdd(part.Stem, at);
        }
    }

    public IReadOnlyList<AskedWord> Words { get; }

    /// <summary>The stems of everything that relates to the question, parts of compounds included.</summary>
    public IEnumerable<string> Stems => byStem.Keys.Concat(byPart.Keys).Concat(others.Keys);

    /// <summary>Lets words with this stem count for an asked word when nothing closer relates them.</summary>
    public void Add(string stem, int asked, MatchKind how, float worth) => others.TryAdd(stem, new Kin(asked, how, worth));

    /// <summary>The closest relation of a word to an asked word, or null.</summary>
    public Kin? Of(Term term)
    {
        if (byWord.TryGetValue(term.Folded, out var same))
            return new Kin(same, MatchKind.Exact, 1);
        if (byStem.TryGetValue(term.Stem, out var form))
            return new Kin(form, MatchKind.Form, Ranking.Form);
        if (byPart.TryGetValue(term.Stem, out var whole))
            return new Kin(whole, MatchKind.Part, Ranking.WithinCompound);
        return Within(term, byStem, Ranking.WithinCompound)
            ?? (others.TryGetValue(term.Stem, out var other) ? other : WithinOther(term) ?? Within(term, byPart, BothParts));
    }

    // "Subsidieaanvraag" for "aanvrager".
    private Kin? WithinOther(Term compound)
    {
        foreach (var part in compound.Parts)
        {
            if (others.TryGetValue(part.Stem, out var kin))
                return kin with { Worth = kin.Worth * Ranking.WithinCompound };
        }

        return null;
    }

    private static Kin? Within(Term compound, Dictionary<string, int> stems, float worth)
    {
        foreach (var part in compound.Parts)
        {
            if (stems.TryGetValue(part.Stem, out var asked))
                return new Kin(asked, MatchKind.Part, worth);
        }

        return null;
    }
}

/// <summary>How a word relates to an asked word.</summary>
/// <param name="Asked">The number of the asked word.</param>
/// <param name="How">The relation.</param>
/// <param name="Worth">0 to 1.</param>
internal readonly record struct Kin(int Asked, MatchKind How, float Worth)
{
    private const float Close = 0.5f;

    /// <summary>Close enough to show to a reader: more than a part that two compounds share.</summary>
    public bool IsClose => Worth >= Close;
}

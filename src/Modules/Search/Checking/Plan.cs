using Parelmuur.Search.Analysis;
using Parelmuur.Search.Finding;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>A whole text to compare entries with.</summary>
internal sealed class Plan
{
    // More hardly change the order and cost time.
    private const int MostRoots = 24;

    private readonly Dictionary<Root, float> weights = [];
    private readonly HashSet<(Root, Root)> pairs = [];
    private readonly HashSet<string> stems;
    private readonly HashSet<string> telling;

    /// <param name="vocabulary">All words.</param>
    /// <param name="snapshot">The entries to compare with.</param>
    /// <param name="question">The text.</param>
    /// <param name="meaning">What a short text is taken to mean; null for a long one, which says it all itself.</param>
    /// <param name="roots">By how many of its roots, the heaviest, entries are looked for in a long text.</param>
    public Plan(Vocabulary vocabulary, Snapshot snapshot, Question question, Interpretation? meaning = null, int roots = MostRoots)
    {
        IsShort = meaning is not null;
        Kinship = meaning?.Kinship ?? new Kinship(question.Words);
        telling = question.Words.Where(word => !GeneralWords.Contains(word.Term.Stem)).Select(word => word.Asked).ToHashSet(StringComparer.Ordinal);
        var gist = new Gist();
        var unknown = 0f;
        foreach (var word in question.Words)
        {
            if (vocabulary.FindRoot(word.Term.Stem) is { } whole && snapshot.IsUsed(whole))
                gist.Add(whole, word.Times);
            else
                unknown += Square(Ranking.Weight(0, snapshot.Count) * (word.Term.Parts.Length > 0 ? Gist.PartFactor : 1));
            foreach (var part in word.Term.Parts)
            {
                if (part.Leaves == 1 && vocabulary.FindRoot(part.Stem) is { } root)
                    gist.Add(root, word.Times * Gist.PartFactor);
            }
        }

        foreach (var (root, times) in gist.Times)
            weights[root] = Gist.Weight(snapshot, root, times);
        KeyValuePair<Root, float>[] heaviest = [.. weights
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Stem, StringComparer.Ordinal)
            .Take(roots)];
        Concepts = meaning?.Concepts ?? [.. heaviest.Select(pair => Concept(pair.Key, pair.Value / snapshot.Weight(pair.Key)))];
        stems = heaviest.Select(pair => pair.Key.Stem).ToHashSet(StringComparer.Ordinal);
        Size = MathF.Sqrt(unknown + weights.Values.Sum(Square));
        for (var at = 1; at < question.Order.Count; at++)
        {
            if (vocabulary.FindRoot(question.Order[at - 1]) is { } first && vocabulary.FindRoot(question.Order[at]) is { } second)
                pairs.Add((first, second));
        }
    }

    public Kinship Kinship { get; }

    /// <summary>A sentence or two, read as a question: also in other words that mean the same.</summary>
    public bool IsShort { get; }

    /// <summary>The length of the vector of weights, with the words that no entry knows.</summary>
    public float Size { get; }

    /// <summary>What entries are looked for by.</summary>
    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Whether a word, or a part of it, is one that entries are looked for by.</summary>
    public bool Uses(Term term) => IsShort ? !term.IsStopWord : stems.Contains(term.Stem) || term.Parts.Any(part => part.Leaves == 1 && stems.Contains(part.Stem));

    public float this[Root root] => weights.GetValueOrDefault(root);

    /// <summary>Whether an entry has enough in common with the plan: one rare word is chance, and words of any text tell nothing.</summary>
    public bool IsMet(IReadOnlyList<MatchReason> why) => why.Count >= Math.Min(2, Kinship.Words.Count)
        && (telling.Count == 0 || why.Any(reason => telling.Contains(reason.Asked)));

    /// <summary>Whether these roots follow one another somewhere in the plan.</summary>
    public bool HasPair(Root first, Root second) => pairs.Contains((first, second));

    private static Concept Concept(Root root, float factor)
    {
        List<Related> words = [];
        foreach (var form in root.Forms)
            words.Add(new Related(form, 1));
        foreach (var compound in root.Compounds)
            words.Add(new Related(compound, Gist.PartFactor));
        return new Concept(factor, [new Way(1, [new Leaf(words)])]);
    }

    private static float Square(float weight) => weight * weight;
}

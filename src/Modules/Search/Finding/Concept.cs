namespace Parelmuur.Search.Finding;

/// <summary>One asked word with every way in which an entry can answer it; the best way counts.</summary>
/// <param name="Factor">How much the word matters in this question besides being rare.</param>
/// <param name="Ways">The word itself first.</param>
internal sealed record Concept(float Factor, IReadOnlyList<Way> Ways);

/// <summary>A way to answer an asked word: by one leaf, or by several together such as the parts of a compound.</summary>
/// <param name="Worth">What it is worth against the word itself, 0 to 1.</param>
/// <param name="Leaves">What an entry should have all of.</param>
internal sealed record Way(float Worth, IReadOnlyList<Leaf> Leaves);

/// <summary>Words that count as the same thing.</summary>
internal sealed record Leaf(IReadOnlyList<Related> Words)
{
    /// <summary>What it weighs beside the other leaves of its way, 0 to 1.</summary>
    public float Telling { get; init; } = 1;
}

/// <summary>A word of the vocabulary and what it is worth within its leaf, 0 to 1.</summary>
internal readonly record struct Related(int Word, float Worth);

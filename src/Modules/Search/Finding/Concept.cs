namespace Parelmuur.Search.Finding;

/// <summary>One asked word with every way in which an entry can answer it; the best way counts.</summary>
/// <param name="Asked">As the reader wrote it.</param>
/// <param name="Factor">How much the word matters in this question besides being rare.</param>
/// <param name="Ways">The word itself first.</param>
internal sealed record Concept(string Asked, float Factor, IReadOnlyList<Way> Ways);

/// <summary>A way to answer an asked word: by one leaf, or by several together such as the parts of a compound.</summary>
internal sealed record Way(float Worth, IReadOnlyList<Leaf> Leaves);

/// <summary>Words that count as the same thing.</summary>
internal sealed record Leaf(IReadOnlyList<Related> Words);

/// <summary>A word of the vocabulary, how it relates to the asked word and what that is worth, 0 to 1.</summary>
internal readonly record struct Related(int Word, MatchKind How, float Worth);

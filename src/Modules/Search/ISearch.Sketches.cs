namespace Parelmuur.Search;

/// <summary>What a text is about: enough to compare it with another text, not enough to read it again.</summary>
/// <remarks>
/// Made by <see cref="ISearch.Sketch"/> and only ever kept in memory. How much a word weighs follows from the index of the
/// moment at which two are compared, so that all nodes find the same.
/// </remarks>
public sealed class TextSketch
{
    internal TextSketch(IReadOnlyList<KeyValuePair<string, float>> times) => Times = times;

    /// <summary>How often each stem occurs, as a word or as a part of a compound.</summary>
    internal IReadOnlyList<KeyValuePair<string, float>> Times { get; }
}

/// <summary>How alike two texts are.</summary>
/// <param name="Cosine">0 (nothing in common) to 1 (about exactly the same), whichever of the two is longer.</param>
/// <param name="Covered">The share of the first text that the second one covers, by weight, 0 to 1.</param>
public readonly record struct TextLikeness(float Cosine, float Covered);

namespace Parelmuur.Search.Analysis;

/// <summary>A word at its place in a text.</summary>
/// <param name="Start">Where it starts in the text, in characters.</param>
/// <param name="Length">How long it is there, as written.</param>
/// <param name="Position">How many words came before it.</param>
/// <param name="Width">
/// How many positions it covers: 1, or more for a word with hyphens that is given whole, just before its pieces.
/// The pieces of such a word are tokens of their own, so its <see cref="Term.Parts"/> say nothing new.
/// </param>
internal readonly record struct Token(int Start, int Length, int Position, int Width)
{
    /// <summary>The word as it is written.</summary>
    /// <param name="text">The text in which it was found.</param>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}

using DiffPlex;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>The differences between two texts, word by word.</summary>
/// <param name="Pieces">Both texts in one: what stayed, what went and what came.</param>
internal sealed record TextDifference(IReadOnlyList<DiffPiece> Pieces)
{
    // A sign of its own each, so that a comma that moved is not a word that changed.
    private static readonly char[] Between = [' ', '\n', '\t', '.', ',', ';', ':', '(', ')', '?', '!', '|', '/'];

    /// <summary>Compares two texts.</summary>
    public static TextDifference Of(string before, string after)
    {
        var found = new Differ().CreateWordDiffs(before, after, ignoreWhitespace: false, Between);
        var pieces = new List<DiffPiece>();
        var at = 0;
        foreach (var block in found.DiffBlocks)
        {
            Add(pieces, DiffKind.Same, found.PiecesOld[at..block.DeleteStartA]);
            Add(pieces, DiffKind.Gone, found.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)]);
            Add(pieces, DiffKind.Come, found.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(pieces, DiffKind.Same, found.PiecesOld[at..]);
        return new(pieces);
    }

    private static void Add(List<DiffPiece> pieces, DiffKind kind, string[] words)
    {
        if (words.Length > 0)
            pieces.Add(new(kind, string.Concat(words)));
    }
}

/// <summary>A piece of text that stayed, went or came.</summary>
internal readonly record struct DiffPiece(DiffKind Kind, string Text);

/// <summary>What happened to a piece of text.</summary>
internal enum DiffKind
{
    Same,
    Gone,
    Come,
}

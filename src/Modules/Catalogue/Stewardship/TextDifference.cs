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
        var (gone, come, at) = ("", "", 0);
        foreach (var block in found.DiffBlocks)
        {
            Stay(found.PiecesOld[at..block.DeleteStartA]);
            gone += string.Concat(found.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            come += string.Concat(found.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Stay(found.PiecesOld[at..]);
        Add(DiffKind.Gone, gone);
        Add(DiffKind.Come, come);
        return new(pieces);

        // A space between two changed words changed with them; else every word would stand crossed out by itself.
        void Stay(string[] words)
        {
            var text = string.Concat(words);
            if (gone.Length > 0 && come.Length > 0 && string.IsNullOrWhiteSpace(text))
            {
                (gone, come) = (gone + text, come + text);
                return;
            }

            Add(DiffKind.Gone, gone);
            Add(DiffKind.Come, come);
            Add(DiffKind.Same, text);
            (gone, come) = ("", "");
        }

        void Add(DiffKind kind, string text)
        {
            if (text.Length > 0)
                pieces.Add(new(kind, text));
        }
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

using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Index;

/// <summary>One folded word form that some entry uses.</summary>
internal sealed class Word(int id, Term term, string surface, Root root, Root[] parts)
{
    private string surface = surface;
    private Term term = term;
    private Root[] parts = parts;

    public int Id { get; } = id;

    public Term Term => Volatile.Read(ref term);

    /// <summary>What it shares with its other forms.</summary>
    public Root Root { get; } = root;

    /// <summary>The roots of its shortest parts when it is a compound, otherwise empty.</summary>
    public Root[] Parts => Volatile.Read(ref parts);

    /// <summary>As entries write it: without capitals as soon as one entry does so.</summary>
    public string Surface => Volatile.Read(ref surface);

    /// <summary>Becomes a compound, now that its parts are known.</summary>
    public void Split(Term into, Root[] roots)
    {
        Volatile.Write(ref parts, roots);
        Volatile.Write(ref term, into);
    }

    /// <summary>Hears how another entry writes it.</summary>
    public void Saw(ReadOnlySpan<char> written)
    {
        if (!char.IsUpper(surface[0]) || written.IsEmpty || char.IsUpper(written[0]))
            return;
        Volatile.Write(ref surface, written.ToString());
    }
}

/// <summary>What word forms share: the stem of a whole word, or of a part of a compound.</summary>
internal sealed class Root(int id, string stem)
{
    public int Id { get; } = id;

    public string Stem { get; } = stem;

    /// <summary>Whether it stands in texts about anything: see <see cref="GeneralWords"/>.</summary>
    public bool IsGeneral { get; } = GeneralWords.Contains(stem);

    /// <summary>Ids of the words that have this stem.</summary>
    public AppendOnly<int> Forms { get; } = new();

    /// <summary>Ids of the compounds that have a part with this stem.</summary>
    public AppendOnly<int> Compounds { get; } = new();

    /// <inheritdoc/>
    public override int GetHashCode() => Id;
}

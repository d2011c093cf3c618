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

    /// <summary>A form as an entry writes it; most are written as they are folded, and need no text of their own.</summary>
    public static string Text(ReadOnlySpan<char> written, Term term) => written.SequenceEqual(term.Folded) ? term.Folded : written.ToString();

    /// <summary>Hears how another entry writes it.</summary>
    public void Saw(ReadOnlySpan<char> written)
    {
        if (!char.IsUpper(surface[0]) || written.IsEmpty || char.IsUpper(written[0]))
            return;
        Volatile.Write(ref surface, Text(written, Term));
    }
}

/// <summary>What word forms share: the stem of a whole word, or of a part of a compound.</summary>
internal sealed class Root(int id, string stem)
{
    // Most stems have one form and stand in no compound, and a catalogue has very many stems.
    private int onlyForm = -1;
    private AppendOnly<int>? forms, compounds;

    public int Id { get; } = id;

    public string Stem { get; } = stem;

    /// <summary>Whether it stands in texts about anything: see <see cref="GeneralWords"/>.</summary>
    public bool IsGeneral { get; } = GeneralWords.Contains(stem);

    /// <summary>Ids of the words that have this stem.</summary>
    public ReadOnlySpan<int> Forms =>
        Volatile.Read(ref forms) is { } several ? several.Items : Volatile.Read(ref onlyForm) < 0 ? [] : new(in onlyForm);

    /// <summary>Ids of the compounds that have a part with this stem.</summary>
    public ReadOnlySpan<int> Compounds => Volatile.Read(ref compounds) is { } some ? some.Items : [];

    /// <summary>Adds a word that has this stem; one thread at a time.</summary>
    public void AddForm(int word)
    {
        if (onlyForm < 0)
        {
            Volatile.Write(ref onlyForm, word);
            return;
        }

        if (forms is { } several)
        {
            several.Add(word);
            return;
        }

        var two = new AppendOnly<int>();
        two.Add(onlyForm);
        two.Add(word);
        Volatile.Write(ref forms, two);
    }

    /// <summary>Adds a compound that has a part with this stem, once; one thread at a time, and each compound after the one before.</summary>
    public void AddCompound(int word)
    {
        var some = compounds ?? new();
        if (some.Items is not [.., var last] || last != word)
            some.Add(word);
        Volatile.Write(ref compounds, some);
    }

    /// <inheritdoc/>
    public override int GetHashCode() => Id;
}

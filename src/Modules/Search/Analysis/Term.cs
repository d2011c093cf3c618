using System.Collections.Immutable;

namespace Parelmuur.Search.Analysis;

/// <summary>What the analysis knows about a word, wherever it stands.</summary>
/// <param name="Folded">The word in lower case without diacritics; hyphens and the dots of "b.v." are left out.</param>
/// <param name="Stem">The form that the word shares with its inflections; a code is its own stem.</param>
/// <param name="Parts">
/// The words a compound is built from: first the shortest ones in order, then what those form together. Of
/// "schuldhulpverlening": schuld, hulp, verlening, schuldhulp, hulpverlening. Empty when the word is no compound.
/// </param>
internal sealed record Term(string Folded, string Stem, ImmutableArray<Part> Parts)
{
    /// <summary>A word that says nothing about the subject: "de", "voor", "wordt".</summary>
    public bool IsStopWord { get; init; }

    /// <summary>A number or code, kept whole: "2024", "GM0363", "13b".</summary>
    public bool IsCode { get; init; }

    /// <summary>Terms are shared, so being the same word is being the same object.</summary>
    public bool Equals(Term? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A part of a compound.</summary>
/// <param name="Folded">The part as it stands in the compound, without a linking element: "omgeving".</param>
/// <param name="Stem">The stem of the part, equal to the stem the same word has on its own.</param>
/// <param name="Start">Where the part starts in the folded compound.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Leaves">1 for a shortest part, more for parts taken together ("schuldhulp" has 2).</param>
internal readonly record struct Part(string Folded, string Stem, int Start, int Length, int Leaves);

using Parelmuur.Kernel.Text;
using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>Tells names of people, places and products from words that say what something is.</summary>
internal sealed class Names(Lexicon lexicon, Vocabulary vocabulary, Snapshot snapshot, IReadOnlyCollection<string> places)
{
    private readonly HashSet<string> places = [.. places.SelectMany(place => place.Split(Between)).Where(part => part.Length > 0 && char.IsUpper(part[0])).Select(Fold.Text)];


    // So often with a capital and never without is no chance, even when a word is spelled the same: "Haag", "Best".
    private const int Certain = 3;

    private static readonly char[] Between = [' ', '-', '\'', '’'];

    /// <summary>Whether a word, as written, is a name. Abbreviations are not: they tell what it is about.</summary>
    public bool Has(Term term, string written)
    {
        var known = vocabulary.Find(term.Folded);
        var surface = known?.Surface ?? written;
        if (surface.Length < 2 || !char.IsUpper(surface[0]) || !char.IsLower(surface[1]))
            return false;
        var isWord = term.Parts.Length > 0 || lexicon[term.Folded] != WordRole.None || Inflections.Role(lexicon, term.Folded) != WordRole.None;
        return !isWord || places.Contains(term.Folded) || (known is not null && snapshot.Uses(known.Id) >= Certain);
    }
}

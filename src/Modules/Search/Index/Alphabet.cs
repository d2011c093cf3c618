using Parelmuur.Kernel.Text;

namespace Parelmuur.Search.Index;

/// <summary>The titles and words of a segment in alphabetical order, made when somebody first types.</summary>
internal sealed class Alphabet
{
    private readonly Entry[] entries;
    private readonly int[] documents;
    private readonly int[] words;
    private readonly Vocabulary vocabulary;

    public Alphabet(Entry[] entries, ReadOnlySpan<int> words, Vocabulary vocabulary)
    {
        (this.entries, this.vocabulary) = (entries, vocabulary);
        documents = [.. Enumerable.Range(0, entries.Length)];
        Array.Sort([.. entries.Select(entry => Fold.Text(entry.Title))], documents, StringComparer.Ordinal);
        this.words = words.ToArray();
        Array.Sort(Array.ConvertAll(this.words, word => vocabulary[word].Term.Folded), this.words, StringComparer.Ordinal);
    }

    /// <summary>The entries of which the folded title starts like this.</summary>
    public IEnumerable<int> TitlesFrom(string prefix) =>
        From(documents, prefix, document => Fold.Text(entries[document].Title));

    /// <summary>Ids of the words that start like this.</summary>
    public IEnumerable<int> WordsFrom(string prefix) => From(words, prefix, word => vocabulary[word].Term.Folded);

    private static IEnumerable<int> From(int[] sorted, string prefix, Func<int, string> text)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(text(sorted[middle]), prefix) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < sorted.Length && text(sorted[low]).StartsWith(prefix, StringComparison.Ordinal); low++)
            yield return sorted[low];
    }
}

using Parelmuur.Kernel.Text;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Completes what somebody is typing with titles and words.</summary>
internal sealed class Suggester(SearchIndex index)
{
    // So many of the words that start like this are looked up in titles.
    private const int MostWords = 40;

    public IReadOnlyList<Suggestion> Suggest(string prefix, int count)
    {
        var snapshot = index.Snapshot;
        var typed = Fold.Text(prefix.Trim());
        if (typed.Length == 0 || count <= 0)
            return [];

        var space = typed.LastIndexOf(' ');
        var words = Words(snapshot, typed[(space + 1)..]);
        var titles = Titles(snapshot, typed);
        // As it was typed: folding may make it longer or shorter.
        var own = prefix.Trim();
        var earlier = own[..(own.LastIndexOf(' ') + 1)];
        var completed = words.Take(Math.Max(1, count / 2)).Select(word => new Suggestion(earlier + word.Surface, null));
        var others = TitlesWith(snapshot, words, typed[..(space + 1)]);
        return [.. titles.Concat(completed).Concat(others)
            .DistinctBy(suggestion => Fold.Text(suggestion.Text))
            .Take(count)];
    }

    private IEnumerable<Suggestion> Titles(Snapshot snapshot, string typed) => snapshot.Parts
        .SelectMany(part => part.Segment.Alphabet(index.Vocabulary).TitlesFrom(typed).Where(part.Lives).Select(document => part.Segment.Entries[document]))
        .OrderByDescending(entry => entry.Users).ThenBy(entry => entry.Title, StringComparer.Ordinal)
        .Select(entry => new Suggestion(entry.Title, entry.Id));

    private List<Word> Words(Snapshot snapshot, string typed) => typed.Length == 0 ? [] : [.. snapshot.Parts
        .SelectMany(part => part.Segment.Alphabet(index.Vocabulary).WordsFrom(typed))
        .Distinct()
        .Select(word => (Word: index.Vocabulary[word], Uses: snapshot.Uses(word)))
        .Where(word => !word.Word.Term.IsStopWord)
        .OrderByDescending(word => word.Uses).ThenBy(word => word.Word.Term.Folded, StringComparer.Ordinal)
        .Take(MostWords)
        .Select(word => word.Word)];

    private static IEnumerable<Suggestion> TitlesWith(Snapshot snapshot, List<Word> words, string earlier)
    {
        var needed = earlier.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            foreach (var part in snapshot.Parts)
            {
                var row = part.Segment.Words.Row(word.Id);
                if (row < 0)
                    continue;
                foreach (var document in InTitle(part, row))
                {
                    var entry = part.Segment.Entries[document];
                    var title = Fold.Text(entry.Title);
                    if (needed.All(text => title.Contains(text, StringComparison.Ordinal)))
                        yield return new Suggestion(entry.Title, entry.Id);
                }
            }
        }
    }

    private static List<int> InTitle(Part part, int row)
    {
        List<int> documents = [];
        var postings = part.Segment.Words.Postings(row);
        while (postings.MoveNext())
        {
            if ((postings.Occurrences & Occurrences.InTitle) != 0 && part.Lives(postings.Document))
                documents.Add(postings.Document);
        }

        return documents;
    }
}

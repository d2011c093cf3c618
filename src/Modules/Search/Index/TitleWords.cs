namespace Parelmuur.Search.Index;

/// <summary>Per entry of a segment the words of its title that tell something, close together for speed.</summary>
internal sealed class TitleWords
{
    private readonly int[] words;
    private readonly int[] starts;

    public TitleWords(EntryRows rows, Vocabulary vocabulary)
    {
        List<int> all = [];
        starts = new int[rows.Count + 1];
        for (var document = 0; document < rows.Count; document++)
        {
            for (var row = rows[document]; row.MoveNext();)
            {
                if ((row.Occurrences & Occurrences.InTitle) != 0 && !vocabulary[row.Word].Term.IsStopWord)
                    all.Add(row.Word);
            }

            starts[document + 1] = all.Count;
        }

        words = [.. all];
    }

    /// <summary>The ids of the words of one title.</summary>
    public ReadOnlySpan<int> this[int document] => words.AsSpan(starts[document], starts[document + 1] - starts[document]);
}

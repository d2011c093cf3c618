using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>Compares entries with a plan: the cosine of their weights, with more for words that stand together in both.</summary>
internal sealed class Likeness(Vocabulary vocabulary, Snapshot snapshot, Plan plan)
{
    // Words with at most two words that tell nothing in between stand together.
    private const int Near = 3;
    private const float Bonus = 0.5f;

    // The title names the thing: its words count as if they were said twice.
    private const float InTitle = 2;

    // One for the entry itself and one for each telling of others.
    private readonly List<(Gist Gist, List<(int Position, Root Root)> Shared)> voices = [];
    private readonly HashSet<int> speakers = [];

    /// <summary>The cosine with the bonus, the share of the plan that the entry covers, and what it was reckoned with.</summary>
    /// <remarks>Of an entry that others tell of too, the text counts that is most like the plan: who says more is not more alike.</remarks>
    public (float Cosine, float Covered, GistWeights Words, int Voice) Of(int document)
    {
        var count = Read(document);
        var best = Of(voices[0], 0);
        for (var voice = 1; voice < count; voice++)
        {
            var other = Of(voices[voice], voice);
            best = other.Cosine > best.Cosine ? other : best;
        }

        return best;
    }

    private (float Cosine, float Covered, GistWeights Words, int Voice) Of((Gist Gist, List<(int Position, Root Root)> Shared) text, int voice)
    {
        var words = Weights(text.Gist);
        if (words.Size == 0 || plan.Size == 0)
            return (0, 0, words, voice);
        var (product, covered) = (0f, 0f);
        foreach (var (root, weight) in words.Weights)
        {
            var asked = plan[root];
            product += weight * asked;
            covered += asked * asked;
        }

        return ((product + Together(text.Shared)) / (words.Size * plan.Size), covered / (plan.Size * plan.Size), words, voice);
    }

    private int Read(int document)
    {
        var parting = snapshot[document].Voices;
        var count = Clear(parting?.Count ?? 1);
        var words = snapshot.WordsOf(document);
        while (words.MoveNext())
        {
            var word = vocabulary[words.Word];
            if (word.Term.IsStopWord)
                continue;
            if (parting is null)
                Hear(voices[0], word, words);
            else
                Hear(parting, word, words);
        }

        return count;
    }

    private int Clear(int count)
    {
        while (voices.Count < count)
            voices.Add((new(), []));
        foreach (var (gist, shared) in voices)
        {
            gist.Clear();
            shared.Clear();
        }

        return count;
    }

    private void Hear((Gist Gist, List<(int Position, Root Root)> Shared) text, Word word, RowReader row)
    {
        text.Gist.Add(word, (row.Occurrences & Occurrences.InTitle) != 0 ? InTitle : 1);
        if (plan[word.Root] == 0)
            return;
        var positions = row.Positions;
        while (positions.MoveNext())
            text.Shared.Add((positions.Position, word.Root));
    }

    // The title is everybody's; any other word belongs to the texts that it stands in.
    private void Hear(Voices parting, Word word, RowReader row)
    {
        speakers.Clear();
        var inTitle = (row.Occurrences & Occurrences.InTitle) != 0;
        var isShared = plan[word.Root] != 0;
        for (var positions = row.Positions; positions.MoveNext();)
        {
            var (first, last) = parting.IsTitle(positions.Position)
                ? (0, parting.Count - 1)
                : (parting.Of(positions.Position), parting.Of(positions.Position));
            for (var voice = first; voice <= last; voice++)
            {
                if (speakers.Add(voice))
                    voices[voice].Gist.Add(word, inTitle ? InTitle : 1);
                if (isShared)
                    voices[voice].Shared.Add((positions.Position, word.Root));
            }
        }
    }

    private GistWeights Weights(Gist gist)
    {
        var (weights, at, size) = (new KeyValuePair<Root, float>[gist.Times.Count], 0, 0f);
        foreach (var (root, times) in gist.Times)
        {
            var weight = Gist.Weight(snapshot, root, times);
            size += weight * weight;
            weights[at++] = KeyValuePair.Create(root, weight);
        }

        return new GistWeights(weights, MathF.Sqrt(size));
    }

    private float Together(List<(int Position, Root Root)> shared)
    {
        shared.Sort(static (left, right) => left.Position.CompareTo(right.Position));
        HashSet<(Root, Root)> counted = [];
        var product = 0f;
        for (var at = 1; at < shared.Count; at++)
        {
            var (first, second) = (shared[at - 1], shared[at]);
            if (second.Position - first.Position > Near || !plan.HasPair(first.Root, second.Root) || !counted.Add((first.Root, second.Root)))
                continue;
            var weight = (snapshot.Weight(first.Root) + snapshot.Weight(second.Root)) / 2;
            product += weight * weight;
        }

        return Bonus * product;
    }
}

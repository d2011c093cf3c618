using System.Collections.Immutable;

namespace Parelmuur.Search.Analysis;

/// <summary>Takes Dutch compounds apart: omgevingsvergunning is omgeving and vergunning.</summary>
/// <remarks>
/// Of all ways to build the word from words in the lexicon the cheapest wins: few and long parts. Parts that are
/// compounds themselves are taken apart in turn.
/// </remarks>
internal sealed class Compounds(Lexicon lexicon, Func<string, string> stem)
{
    private const int ShortestPart = 3;
    private const int ShortestWord = 6;
    private const int LongestWord = 60;
    private const int MostLeaves = 6;
    private const float Inflected = 0.2f;
    private const float Unusual = 0.4f;
    private const float Impossible = float.MaxValue;

    /// <summary>The words that compounds are built from.</summary>
    public Lexicon Lexicon => lexicon;

    /// <summary>The parts of a folded word; empty when it is no compound.</summary>
    public ImmutableArray<Part> Split(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord || !word.All(char.IsAsciiLetterLower) ||
            lexicon[word].HasFlag(WordRole.Whole))
        {
            return [];
        }

        var leaves = new List<(int Start, int Length)>();
        return Cut(word, 0, word.Length, leaves) && leaves.Count <= MostLeaves ? Parts(word, leaves) : [];
    }

    private bool Cut(string word, int from, int length, List<(int Start, int Length)> leaves)
    {
        Span<Step> steps = stackalloc Step[length + 1];
        Walk(word.AsSpan(from, length), steps);
        if (steps[length].Cost == Impossible || steps[length].Start == 0)
            return false;

        var path = new Stack<(int Start, int Length)>();
        for (var at = length; at > 0; at = steps[at].Start)
            path.Push((from + steps[at].Start, steps[at].Length));
        foreach (var (start, partLength) in path)
        {
            if (partLength < ShortestWord || lexicon[word.AsSpan(start, partLength)].HasFlag(WordRole.Whole) ||
                !Cut(word, start, partLength, leaves))
                leaves.Add((start, partLength));
        }

        return true;
    }

    private void Walk(ReadOnlySpan<char> word, Span<Step> steps)
    {
        steps.Fill(new Step(Impossible, 0, 0));
        steps[0] = default;
        for (var start = 0; start <= word.Length - ShortestPart; start++)
        {
            if (steps[start].Cost == Impossible)
                continue;
            var hash = Lexicon.EmptyHash;
            for (var end = start; end < word.Length - 1;)
            {
                hash = Lexicon.Extend(hash, word[end++]);
                if (end - start >= ShortestPart)
                    Begin(word, start, end, lexicon[hash], steps);
            }

            if (start > 0)
                End(word, start, steps);
        }
    }

    private void Begin(ReadOnlySpan<char> word, int start, int end, WordRole role, Span<Step> steps)
    {
        var (rest, length) = (word.Length - end, end - start);
        if (rest < ShortestPart || role.HasFlag(WordRole.NoPart))
            return;

        if (role.HasFlag(WordRole.Begin))
            Reach(steps, end, start, length, 0);
        else if ((role & (WordRole.BeginWithS | WordRole.Noun)) != WordRole.None)
            Reach(steps, end, start, length, Unusual);
        else if (length > 4 && word[end - 1] == 'n' && word[end - 2] == 'e' &&
            Inflections.OfPlural(lexicon, word[start..end]).HasFlag(WordRole.BeginAsPlural))
            Reach(steps, end, start, length, Inflected);

        if (rest > ShortestPart && word[end] == 's' && (role & (WordRole.BeginWithS | WordRole.Noun)) != WordRole.None)
            Reach(steps, end + 1, start, length, role.HasFlag(WordRole.BeginWithS) ? 0 : Unusual);
    }

    private void End(ReadOnlySpan<char> word, int start, Span<Step> steps)
    {
        var part = word[start..];
        var role = lexicon[part];
        if (role.HasFlag(WordRole.NoPart))
            return;
        if ((role & (WordRole.End | WordRole.Noun)) != WordRole.None)
        {
            Reach(steps, word.Length, start, part.Length, role.HasFlag(WordRole.End) ? 0 : Unusual);
            return;
        }

        role = Inflections.Role(lexicon, part);
        if ((role & (WordRole.End | WordRole.Noun)) != WordRole.None && !role.HasFlag(WordRole.NoPart))
            Reach(steps, word.Length, start, part.Length, role.HasFlag(WordRole.End) ? Inflected : Inflected + Unusual);
    }

    private static void Reach(Span<Step> steps, int at, int start, int length, float extra)
    {
        var cost = steps[start].Cost + extra + length switch { 3 => 2.5f, 4 => 1.5f, 5 => 1.2f, _ => 1f };
        if (cost < steps[at].Cost)
            steps[at] = new Step(cost, start, length);
    }

    private ImmutableArray<Part> Parts(string word, List<(int Start, int Length)> leaves)
    {
        var parts = ImmutableArray.CreateBuilder<Part>(leaves.Count * (leaves.Count + 1) / 2 - 1);
        for (var count = 1; count < leaves.Count; count++)
        {
            for (var first = 0; first + count <= leaves.Count; first++)
            {
                var start = leaves[first].Start;
                var (lastStart, lastLength) = leaves[first + count - 1];
                var part = word[start..(lastStart + lastLength)];
                parts.Add(new Part(part, stem(part), start, part.Length, count));
            }
        }

        return parts.MoveToImmutable();
    }

    /// <summary>The cheapest way found to come somewhere: its cost, and the part that ends there.</summary>
    private readonly record struct Step(float Cost, int Start, int Length);
}

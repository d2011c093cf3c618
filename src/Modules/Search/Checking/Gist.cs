using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>What a text is about: how often each root occurs in it, as a word or as a part of a compound.</summary>
internal sealed class Gist
{
    /// <summary>What a part of a compound counts against a whole word.</summary>
    public const float PartFactor = 0.5f;

    private readonly Dictionary<Root, float> times = [];

    public IReadOnlyDictionary<Root, float> Times => times;

    public void Clear() => times.Clear();

    public void Add(Root root, float count) => times[root] = times.GetValueOrDefault(root) + count;

    public void Add(Word word, float count)
    {
        Add(word.Root, count);
        foreach (var part in word.Parts)
            Add(part, count * PartFactor);
    }

    /// <summary>How much weight a root has in this text.</summary>
    public static float Weight(Snapshot snapshot, Root root, float times) =>
        snapshot.Weight(root) * (times >= 1 ? 1 + MathF.Log(times) : times);
}

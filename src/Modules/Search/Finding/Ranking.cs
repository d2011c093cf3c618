using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>The weights of the ranking, all in one place: BM25F over the fields with relations between words.</summary>
internal static class Ranking
{
    /// <summary>How fast a word that comes back stops counting.</summary>
    public const float Saturation = 2f;

    /// <summary>How much long entries must say a word more often: 0 not, 1 in proportion.</summary>
    public const float LengthInfluence = 0.6f;

    /// <summary>What a relation between an asked and a found word is worth; the same word is 1.</summary>
    public const float Form = 0.92f, Synonym = 0.6f, Typo = 0.5f;
    public const float WithinCompound = 0.6f; public const float PartsOfCompound = 0.9f;

    /// <summary>How much an entry gains by having all asked words.</summary>
    public const float Coordination = 0.6f;

    /// <summary>A hit has at least this share of the weight of what the best hit has of the question.</summary>
    public const float SmallestShare = 0.2f;

    /// <summary>The weighted number of times per <see cref="Occurrences"/>.</summary>
    public static readonly float[] Frequency = Occurrences.Weigh(title: 3f, lead: 1.4f, keywords: 1.4f, body: 1f);

    /// <summary>How telling a word is that <paramref name="uses"/> of <paramref name="entries"/> entries have.</summary>
    public static float Weight(int uses, int entries) =>
        MathF.Log(1 + ((entries - uses + 0.5f) / (uses + 0.5f)));

    /// <summary>Per length the frequency at which a word counts for half.</summary>
    public static float[] HalfFrequencies(float averageLength)
    {
        var halves = new float[256];
        for (var length = 0; length < halves.Length; length++)
        {
            var relative = EntryLength.Words((byte)length) / averageLength;
            halves[length] = Saturation * (1 - LengthInfluence + (LengthInfluence * relative));
        }

        return halves;
    }
}

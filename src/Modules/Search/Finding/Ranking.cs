using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>The weights of the ranking, all in one place: BM25F over the fields, with relations between words.</summary>
internal static class Ranking
{
    /// <summary>How fast a word that comes back stops counting.</summary>
    public const float Saturation = 2;

    /// <summary>How much long entries must say a word more often: 0 not, 1 in proportion.</summary>
    public const float LengthInfluence = 0.6f;

    /// <summary>What a found word is worth that is not the asked word itself, which is 1.</summary>
    public const float Form = 0.92f, WithinCompound = 0.8f, Synonym = 0.6f, Broader = 0.4f, Family = 0.7f, LooksLike = 0.7f, Typo = 0.5f;

    /// <summary>What all parts of an asked compound are worth together; having some is worth as much less.</summary>
    public const float PartsOfCompound = 0.9f;

    /// <summary>What the last part of an asked compound weighs, when the parts before it weigh 1.</summary>
    public const float LastPart = 0.6f;

    /// <summary>What a word that stands in texts about anything is worth in a text or a long question.</summary>
    public const float General = 0.5f;

    /// <summary>How much an entry gains by having all asked words.</summary>
    public const float Coordination = 0.6f;

    /// <summary>A hit has at least this share of what the best hit has of the question.</summary>
    public const float SmallestShare = 0.2f;

    /// <summary>An answer this good, as a share of the best possible one, counts as having the asked word.</summary>
    public const float FullAnswer = 0.4f;

    /// <summary>The weighted number of times per <see cref="Occurrences"/>, in tenths: a title counts for four times in the text.</summary>
    public static readonly byte[] Tenths = Occurrences.Weigh(title: 40, lead: 14, keywords: 14, body: 10, told: 5);

    /// <summary>What one of the <see cref="Tenths"/> is worth.</summary>
    public const float Tenth = 0.1f;

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

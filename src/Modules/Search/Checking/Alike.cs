namespace Parelmuur.Search.Checking;

/// <summary>An entry compared with a plan.</summary>
/// <param name="Document">Its number.</param>
/// <param name="Cosine">See <see cref="Likeness"/>.</param>
/// <param name="Covered">See <see cref="Likeness"/>.</param>
/// <param name="Answered">The share of a plan of a sentence or two that it answers as a question, 0 to 1; 0 for a longer plan.</param>
/// <param name="WordScore">Its score by words alone against that of the best, 0 to 1.</param>
/// <param name="Words">What the entry is about.</param>
/// <param name="Voice">See <see cref="Index.Voices.Of"/>: whose words were compared.</param>
internal readonly record struct Alike(int Document, float Cosine, float Covered, float Answered, float WordScore, GistWeights Words, int Voice)
{
    private const float ByWords = 0.3f;

    /// <summary>1 (a little) to 5 (very well), or 0 when they have nothing to do with one another.</summary>
    public int Strength => Checking.Strength.Of(Cosine, Covered, Answered);

    /// <summary>How well it matches by itself.</summary>
    public float OwnScore => (Cosine * (1 - ByWords)) + (WordScore * ByWords);

    /// <summary>See <see cref="Checking.Consensus"/>.</summary>
    public float Consensus { get; init; }

    /// <summary>What orders the matches.</summary>
    public float Score => OwnScore + Consensus;
}

namespace Parelmuur.Search.Checking;

/// <summary>An entry compared with a plan.</summary>
/// <param name="Document">Its number.</param>
/// <param name="Cosine">See <see cref="Likeness"/>.</param>
/// <param name="Covered">See <see cref="Likeness"/>.</param>
/// <param name="WordScore">Its score by words alone against that of the best, 0 to 1.</param>
internal readonly record struct Alike(int Document, float Cosine, float Covered, float WordScore)
{
    private const float ByWords = 0.3f;

    /// <summary>1 (a little) to 5 (very well), or 0 when they have nothing to do with one another.</summary>
    public int Strength => Checking.Strength.Of(Cosine, Covered);

    /// <summary>What orders the matches.</summary>
    public float Score => (Cosine * (1 - ByWords)) + (WordScore * ByWords);
}

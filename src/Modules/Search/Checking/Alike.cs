namespace Parelmuur.Search.Checking;

/// <summary>An entry compared with a plan.</summary>
/// <param name="Document">Its number.</param>
/// <param name="Likeness">See <see cref="Checking.Likeness"/>.</param>
/// <param name="WordScore">Its score by words alone against that of the best, 0 to 1.</param>
internal readonly record struct Alike(int Document, float Likeness, float WordScore)
{
    private const float ByWords = 0.3f;

    /// <summary>What orders the matches.</summary>
    public float Score => (Likeness * (1 - ByWords)) + (WordScore * ByWords);
}

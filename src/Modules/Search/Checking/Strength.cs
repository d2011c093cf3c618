namespace Parelmuur.Search.Checking;

/// <summary>Says in five steps how much an entry is like a plan.</summary>
internal static class Strength
{
    private static readonly float[] From = [0.06f, 0.10f, 0.16f, 0.25f, 0.40f];

    /// <summary>1 (a little) to 5 (very well), or 0 when they have nothing to do with one another.</summary>
    public static int Of(float likeness)
    {
        var strength = 0;
        while (strength < From.Length && likeness >= From[strength])
            strength++;
        return strength;
    }
}

namespace Parelmuur.Search.Index;

/// <summary>The length of an entry in one byte, in steps of about four percent.</summary>
internal static class EntryLength
{
    private const double StepsPerDoubling = 16;

    private static readonly float[] Lengths =
        [.. Enumerable.Range(0, 256).Select(length => (float)(Math.Pow(2, length / StepsPerDoubling) - 1))];

    public static byte Of(int words) => (byte)Math.Min(255, Math.Round(Math.Log2(1 + words) * StepsPerDoubling));

    public static float Words(byte length) => Lengths[length];
}

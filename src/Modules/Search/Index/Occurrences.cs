namespace Parelmuur.Search.Index;

/// <summary>The places where a text of an entry stands.</summary>
internal enum Field
{
    Title,
    Lead,
    Keywords,
    Body,
}

/// <summary>How often a word occurs in which field of one entry, in one byte.</summary>
/// <remarks>
/// Bit 7 the title, bit 6 the keywords, bits 5–4 the lead (0–3), bits 3–0 the body (0–15): more often than that
/// says nothing more.
/// </remarks>
internal static class Occurrences
{
    public const byte InTitle = 0x80, InKeywords = 0x40;

    private const int LeadShift = 4, MaxLead = 3, MaxBody = 15;

    public static byte Add(byte occurrences, Field field)
    {
        switch (field)
        {
            case Field.Title:
                return (byte)(occurrences | InTitle);
            case Field.Keywords:
                return (byte)(occurrences | InKeywords);
            case Field.Lead:
                return Lead(occurrences) == MaxLead ? occurrences : (byte)(occurrences + (1 << LeadShift));
            default:
                return Body(occurrences) == MaxBody ? occurrences : (byte)(occurrences + 1);
        }
    }

    /// <summary>The weighted frequency of each possible byte.</summary>
    public static float[] Weigh(float title, float lead, float keywords, float body)
    {
        var weights = new float[256];
        for (var value = 0; value < weights.Length; value++)
        {
            var occurrences = (byte)value;
            weights[value] = ((occurrences & InTitle) != 0 ? title : 0)
                + ((occurrences & InKeywords) != 0 ? keywords : 0)
                + (lead * Lead(occurrences))
                + (body * Body(occurrences));
        }

        return weights;
    }

    private static int Lead(byte occurrences) => (occurrences >> LeadShift) & MaxLead;

    private static int Body(byte occurrences) => occurrences & MaxBody;
}

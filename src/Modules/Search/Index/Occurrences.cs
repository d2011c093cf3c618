namespace Parelmuur.Search.Index;

/// <summary>The places where a text of an entry stands.</summary>
internal enum Field
{
    Title,
    Lead,
    Keywords,
    Body,
    Told,
}

/// <summary>How often a word occurs in which field of one entry, in one byte.</summary>
/// <remarks>
/// Bit 7 the title, bit 6 the keywords, bits 5–4 the lead (0–3), bit 3 whether others say it, bits 2–0 the body (0–7):
/// more often than that says nothing more. However many others say a word, it counts once.
/// </remarks>
internal static class Occurrences
{
    public const byte InTitle = 0x80, InKeywords = 0x40, Told = 0x08;

    private const int LeadShift = 4, MaxLead = 3, MaxBody = 7;

    public static byte Add(byte occurrences, Field field)
    {
        switch (field)
        {
            case Field.Title:
                return (byte)(occurrences | InTitle);
            case Field.Keywords:
                return (byte)(occurrences | InKeywords);
            case Field.Told:
                return (byte)(occurrences | Told);
            case Field.Lead:
                return Lead(occurrences) == MaxLead ? occurrences : (byte)(occurrences + (1 << LeadShift));
            default:
                return Body(occurrences) == MaxBody ? occurrences : (byte)(occurrences + 1);
        }
    }

    /// <summary>The weighted frequency of each possible byte. Its upper and its lower four bits add up, each on their own.</summary>
    /// <remarks>Whole numbers, so that it is the same however they are added.</remarks>
    public static byte[] Weigh(byte title, byte lead, byte keywords, byte body, byte told)
    {
        var weights = new byte[256];
        for (var value = 0; value < weights.Length; value++)
        {
            var occurrences = (byte)value;
            weights[value] = (byte)(((occurrences & InTitle) != 0 ? title : 0)
                + ((occurrences & InKeywords) != 0 ? keywords : 0)
                + ((occurrences & Told) != 0 ? told : 0)
                + (lead * Lead(occurrences))
                + (body * Body(occurrences)));
        }

        return weights;
    }

    private static int Lead(byte occurrences) => (occurrences >> LeadShift) & MaxLead;

    private static int Body(byte occurrences) => occurrences & MaxBody;
}

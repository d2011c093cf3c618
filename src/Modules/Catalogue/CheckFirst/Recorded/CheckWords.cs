namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>How a decision is said in Dutch; each text is a key of <c>Words</c>.</summary>
internal static class CheckWords
{
    /// <summary>"We sluiten aan".</summary>
    public static string Text(this CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Join => "We sluiten aan",
        CheckOutcome.Adapt => "We passen aan",
        CheckOutcome.StartTogether => "We beginnen samen",
        CheckOutcome.NothingFits => "Niets past",
        _ => "Nog niet gekozen",
    };
}

namespace Parelmuur.Catalogue.Import.AlgorithmRegister;

/// <summary>Whether an entry of the register is software or an instrument to measure, weigh or decide with.</summary>
/// <remarks>The register does not say. A title that names a model, method or test and no program is an instrument.</remarks>
internal static class KindOfAlgorithm
{
    private static readonly string[] Instrument =
    [
        "model", "modellen", "instrument", "methode", "methodiek", "toets", "meter", "monitor", "matrix", "index", "indicator",
        "berekening", "beslisboom", "beslisregels", "bedrijfsregels", "risicoanalyse", "prognose", "scan", "wijzer", "weging", "raming",
    ];

    private static readonly string[] Software =
    [
        "software", "applicatie", "app", "tool", "systeem", "portaal", "chatbot", "voicebot", "bot", "copilot", "assistent", "platform",
        "taalmodel", "taalmodellen", "dienst", "diensten", "module", "component",
    ];

    public static SolutionKind Of(string title)
    {
        var words = Shorten.TitleKey(title).Split(' ');
        return !Any(words, Software) && Any(words, Instrument) ? SolutionKind.Instrument : SolutionKind.Software;
    }

    // Dutch puts the word that counts last: "rekenmodel" is a model.
    private static bool Any(string[] words, string[] endings) =>
        Array.Exists(words, word => Array.Exists(endings, ending => word.EndsWith(ending, StringComparison.Ordinal)));
}

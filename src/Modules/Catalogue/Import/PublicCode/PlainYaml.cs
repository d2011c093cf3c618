using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Parelmuur.Catalogue.Import.PublicCode;

/// <summary>Reads YAML that cannot blow up: not nested without end, and without aliases, which can multiply a text.</summary>
/// <remarks>The standard needs neither. Looking through the events first costs no memory, however hostile the text.</remarks>
internal static class PlainYaml
{
    private const int MostLevels = 20;

    /// <summary>The outermost mapping of the first document; null when there is none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="fault">Why it may not be read, in Dutch.</param>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static YamlMappingNode? Read(string text, out string? fault)
    {
        fault = FaultOf(text);
        if (fault is not null)
            return null;
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : null;
    }

    private static string? FaultOf(string text)
    {
        var events = new Parser(new StringReader(text));
        var level = 0;
        while (events.MoveNext())
        {
            if (events.Current is AnchorAlias)
                return "Dit bestand herhaalt stukken met een verwijzing (*naam). Schrijf de tekst voluit.";
            if ((level += events.Current!.NestingIncrease) > MostLevels)
                return "Dit bestand heeft te veel lagen in elkaar.";
        }

        return null;
    }
}

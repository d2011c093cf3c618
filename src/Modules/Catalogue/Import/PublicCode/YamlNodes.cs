using YamlDotNet.RepresentationModel;

namespace Parelmuur.Catalogue.Import.PublicCode;

/// <summary>Asks a mapping for its values without minding whether they are there.</summary>
internal static class YamlNodes
{
    private static readonly string[] Nothing = ["", "~", "null"];

    public static bool Has(this YamlMappingNode map, string name) => map.Children.ContainsKey(name);

    public static bool IsText(this YamlMappingNode map, string name) => map.Node(name) is YamlScalarNode;

    public static bool IsList(this YamlMappingNode map, string name) => map.Node(name) is YamlSequenceNode;

    public static bool IsMap(this YamlMappingNode map, string name) => map.Node(name) is YamlMappingNode;

    public static bool IsNothing(this YamlMappingNode map, string name) =>
        map.Node(name) is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } text && Nothing.Contains(text.Value ?? "");

    public static bool IsBoolean(this YamlMappingNode map, string name) =>
        map.Node(name) is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "true" or "false" };

    /// <summary>A text, or an empty one.</summary>
    public static string Text(this YamlMappingNode map, string name) => (map.Node(name) as YamlScalarNode)?.Value ?? "";

    /// <summary>A text or a list of texts.</summary>
    public static IReadOnlyList<string> Texts(this YamlMappingNode map, string name) => map.Node(name) switch
    {
        YamlScalarNode text => [text.Value ?? ""],
        YamlSequenceNode list => [.. list.Children.Select(each => (each as YamlScalarNode)?.Value ?? "")],
        _ => [],
    };

    public static YamlMappingNode? Map(this YamlMappingNode map, string name) => map.Node(name) as YamlMappingNode;

    public static IEnumerable<YamlMappingNode> Maps(this YamlMappingNode map, string name) =>
        (map.Node(name) as YamlSequenceNode)?.Children.OfType<YamlMappingNode>() ?? [];

    private static YamlNode? Node(this YamlMappingNode map, string name) => map.Children.TryGetValue(name, out var node) ? node : null;
}

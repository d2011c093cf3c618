using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Parelmuur.Architecture.Tests.Delivery;

/// <summary>A YAML file of the repository, to walk through.</summary>
internal static class Yaml
{
    /// <summary>The file as maps, lists and texts; what is merged into a map stands in it.</summary>
    public static Dictionary<object, object> Read(string file) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(new StringReader(House.Read(file)))));

    /// <summary>What stands at a path: "services.node1.read_only".</summary>
    public static object? At(this Dictionary<object, object> map, string path) =>
        path.Split('.').Aggregate((object?)map, (inner, name) => (inner as Dictionary<object, object>)?.GetValueOrDefault(name));

    /// <summary>The names in the map at a path; none when there is no such map.</summary>
    public static IEnumerable<string> NamesAt(this Dictionary<object, object> map, string path) =>
        map.At(path) is Dictionary<object, object> found ? found.Keys.Cast<string>() : [];

    /// <summary>The list of texts at a path; empty when there is none.</summary>
    public static IEnumerable<string> ListAt(this Dictionary<object, object> map, string path) =>
        map.At(path) is List<object> found ? found.OfType<string>() : [];
}

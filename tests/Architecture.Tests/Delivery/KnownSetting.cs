using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Architecture.Tests.Delivery;

/// <summary>A setting as the code declares it, with <see cref="SettingAttribute"/>.</summary>
/// <param name="Key">The name in the code: "Mail:Host".</param>
/// <param name="Kind">What it holds, in a word or three.</param>
/// <param name="Without">What the site does without it, in Markdown.</param>
/// <param name="Meaning">What it means, in Markdown.</param>
internal sealed partial record KnownSetting(string Key, string Kind, string Without, string Meaning)
{
    /// <summary>The name as an environment variable or a file.</summary>
    public string Variable => Key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>All settings of the site and of the command line.</summary>
    public static IReadOnlyList<KnownSetting> All { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "Parelmuur.*.dll").Where(file => File.Exists(Path.ChangeExtension(file, ".xml"))
                && !file.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .SelectMany(In).OrderBy(setting => setting.Key, StringComparer.Ordinal),
    ];

    private static IEnumerable<KnownSetting> In(string file)
    {
        var summaries = XDocument.Load(Path.ChangeExtension(file, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary"));
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return Assembly.LoadFrom(file).GetTypes().SelectMany(type => type.GetMembers(Any))
            .Where(member => member.IsDefined(typeof(SettingAttribute)))
            .Select(member => Of(member, summaries[$"{(member is FieldInfo ? 'F' : 'P')}:{member.DeclaringType!.FullName}.{member.Name}"]!));
    }

    private static KnownSetting Of(MemberInfo member, XElement summary)
    {
        var setting = member.GetCustomAttribute<SettingAttribute>()!;
        var key = setting.Key ?? (string)((FieldInfo)member).GetRawConstantValue()!;
        var type = (member as PropertyInfo)?.PropertyType ?? setting.Default?.GetType();
        return new(
            key,
            type == typeof(int) ? "whole number" : type == typeof(bool) ? "`true` or `false`" : "text",
            setting.Otherwise ?? string.Create(CultureInfo.InvariantCulture, $"`{Written(setting.Default)}`"),
            Markdown(summary));
    }

    private static object? Written(object? value) => value is bool on ? on ? "true" : "false" : value;

    private static string Markdown(XElement summary) =>
        Spaces().Replace(string.Concat(summary.Nodes().Select(node => node is XElement code ? $"`{code.Value}`" : node.ToString())), " ")
            .Replace("|", "\\|", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

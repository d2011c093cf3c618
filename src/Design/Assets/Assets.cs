using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Parelmuur.Design;

/// <summary>The stylesheet, font, pictures and scripts of the site, each at an address that changes with its content.</summary>
/// <remarks>Made once at start. The addresses do not carry the language, so both languages share one cache entry.</remarks>
public sealed class Assets
{
    /// <summary>The folder, from the root of the site, in which all assets live.</summary>
    public const string Folder = "/assets/";

    private readonly FrozenDictionary<string, Asset> byName;
    private readonly FrozenDictionary<string, Asset> byFingerprint;

    /// <param name="grids">The hex grid of the municipalities, when some room knows it.</param>
    public Assets(IEnumerable<IHexGrid> grids)
    {
        var font = Asset.Of("figtree.woff2", Embedded("figtree.woff2"));
        byName = new Dictionary<string, Asset>
        {
            ["figtree.woff2"] = font,
            ["share.js"] = Asset.Of("share.js", Embedded("share.js")),
            ["favicon.svg"] = Asset.Of("favicon.svg", Embedded("favicon.svg")),
            ["complete.js"] = Asset.Of("complete.js", Embedded("complete.js")),
            ["months.js"] = Asset.Of("months.js", Embedded("months.js")),
            ["print.js"] = Asset.Of("print.js", Embedded("print.js")),
            ["passkey.js"] = Asset.Of("passkey.js", Embedded("passkey.js")),
            ["parelmuur.css"] = Asset.Of("parelmuur.css", Stylesheet.Bundle(font.FingerprintedName)),
            ["kaart.svg"] = Asset.Of("kaart.svg", Encoding.UTF8.GetBytes(HexSprite.Draw(grids.LastOrDefault()))),
        }.ToFrozenDictionary();
        byFingerprint = byName.Values.ToFrozenDictionary(asset => asset.FingerprintedName);
    }

    /// <summary>The address of an asset: "parelmuur.css" becomes "/assets/parelmuur.0123456789.css".</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public string Url(string name) => Folder + byName[name].FingerprintedName;

    internal Asset? Find(string fingerprintedName) => byFingerprint.GetValueOrDefault(fingerprintedName);

    internal static byte[] Embedded(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The asset '{name}' is not in the assembly.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}

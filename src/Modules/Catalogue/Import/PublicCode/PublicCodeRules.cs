using System.Globalization;
using System.Text.RegularExpressions;
using Parelmuur.Catalogue.Import.Input;
using YamlDotNet.RepresentationModel;

namespace Parelmuur.Catalogue.Import.PublicCode;

/// <summary>The rules of publiccode.yml (version 0) that make a file worth importing: what must be there, and of which kind.</summary>
/// <remarks>
/// Not checked is what only the repository itself can tell, such as whether a logo exists, nor the sections of single
/// countries and the closed list of categories, which the import does not read.
/// </remarks>
internal static partial class PublicCodeRules
{
    private const int ShortestLong = 150, LongestLong = 10_000, LongestShort = 150, LongestGeneric = 35;

    private static readonly string[] Statuses = ["concept", "development", "beta", "stable", "obsolete"];

    private static readonly string[] Maintenance = ["internal", "contract", "community", "none"];

    private static readonly string[] Pictures = [".svg", ".svgz", ".png"];

    /// <summary>The first rule that a file breaks, in Dutch; null when it breaks none.</summary>
    public static string? Broken(YamlMappingNode root) => All(root).FirstOrDefault(fault => fault is not null);

    private static IEnumerable<string?> All(YamlMappingNode root)
    {
        yield return root.Texts("publiccodeYmlVersion") is [var version] && version.Split('.')[0] == "0" ? null : Wrong("publiccodeYmlVersion");
        foreach (var name in (string[])["name", "softwareType", "developmentStatus", "url"])
            yield return root.Texts(name) is [{ Length: > 0 }] && !root.IsList(name) ? null : Wrong(name);
        yield return Fields.IsWebAddress(root.Text("url")) ? null : Wrong("url");
        yield return Statuses.Contains(root.Text("developmentStatus")) ? null : Wrong("developmentStatus");
        yield return root.Texts("platforms").Count > 0 ? null : Wrong("platforms");
        foreach (var name in (string[])["applicationSuite", "landingURL", "logo", "releaseDate", "softwareVersion"])
            yield return root.Has(name) && !root.IsText(name) ? Wrong(name) : null;
        foreach (var name in (string[])["landingURL", "roadmap"])
            yield return root.Has(name) && !Fields.IsWebAddress(root.Text(name)) ? Wrong(name) : null;
        foreach (var name in (string[])["platforms", "inputTypes", "outputTypes", "categories", "usedBy"])
            yield return root.Has(name) && !root.IsList(name) && !root.IsNothing(name) ? Wrong(name) : null;
        yield return root.Texts("inputTypes").All(type => MimeType().IsMatch(type)) ? null : Wrong("inputTypes");
        yield return root.Has("isBasedOn") && !root.Texts("isBasedOn").All(Fields.IsWebAddress) || root.IsMap("isBasedOn") ? Wrong("isBasedOn") : null;
        yield return IsLogo(root.Text("logo")) ? null : Wrong("logo");
        yield return License().IsMatch(root.Map("legal")?.Text("license") ?? "") ? null : Wrong("legal.license");
        yield return Maintenance.Contains(root.Map("maintenance")?.Text("type")) ? null : Wrong("maintenance.type");
        var localisation = root.Map("localisation");
        yield return localisation?.Text("localisationReady") is "true" or "false" ? null : Wrong("localisation.localisationReady");
        yield return localisation?.Texts("availableLanguages") is { Count: > 0 } languages && languages.All(IsLanguage) ? null : Wrong("localisation.availableLanguages");
        foreach (var fault in Audience(root).Concat(FundedBy(root)).Concat(DependsOn(root)).Concat(Descriptions(root)))
            yield return fault;
    }

    private static IEnumerable<string?> Descriptions(YamlMappingNode root)
    {
        if (root.Map("description") is not { Children.Count: > 0 } descriptions)
        {
            yield return Wrong("description");
            yield break;
        }

        foreach (var (language, node) in descriptions.Children)
        {
            if (node is not YamlMappingNode text || !IsLanguage(language.ToString()))
            {
                yield return Wrong($"description.{language}");
                yield break;
            }

            var path = $"description.{language}";
            var characters = new StringInfo(text.Text("longDescription").Trim()).LengthInTextElements;
            yield return characters is >= ShortestLong and <= LongestLong ? null : Wrong($"{path}.longDescription");
            yield return text.Text("shortDescription").Trim().Length is > 0 and <= LongestShort ? null : Wrong($"{path}.shortDescription");
            yield return text.IsList("features") && text.Texts("features").Count > 0 ? null : Wrong($"{path}.features");
            yield return text.Text("genericName").Length <= LongestGeneric ? null : Wrong($"{path}.genericName");
            yield return text.Has("localisedName") && !text.IsText("localisedName") ? Wrong($"{path}.localisedName") : null;
            foreach (var name in (string[])["documentation", "apiDocumentation"])
                yield return text.Has(name) && !Fields.IsWebAddress(text.Text(name)) ? Wrong($"{path}.{name}") : null;
            foreach (var name in (string[])["awards", "videos", "screenshots"])
                yield return text.Has(name) && !text.IsList(name) ? Wrong($"{path}.{name}") : null;
            yield return text.Texts("videos").All(Fields.IsWebAddress) ? null : Wrong($"{path}.videos");
        }
    }

    private static IEnumerable<string?> Audience(YamlMappingNode root)
    {
        if (!root.Has("intendedAudience"))
            yield break;
        var audience = root.Map("intendedAudience");
        yield return audience is null ? Wrong("intendedAudience") : null;
        foreach (var name in (string[])["countries", "unsupportedCountries", "scope"])
            yield return audience is not null && audience.Has(name) && !audience.IsList(name) ? Wrong($"intendedAudience.{name}") : null;
        foreach (var name in (string[])["countries", "unsupportedCountries"])
            yield return audience is null || audience.Texts(name).All(IsCountry) ? null : Wrong($"intendedAudience.{name}");
    }

    private static IEnumerable<string?> FundedBy(YamlMappingNode root)
    {
        if (!root.Has("fundedBy"))
            yield break;
        yield return root.IsList("fundedBy") ? null : Wrong("fundedBy");
        foreach (var funder in root.Maps("fundedBy"))
            yield return Uri.TryCreate(funder.Text("uri"), UriKind.Absolute, out _) ? null : Wrong("fundedBy.uri");
    }

    private static IEnumerable<string?> DependsOn(YamlMappingNode root)
    {
        foreach (var kind in (string[])["open", "proprietary", "hardware"])
        {
            foreach (var each in root.Map("dependsOn")?.Maps(kind) ?? [])
            {
                foreach (var name in (string[])["name", "version", "versionMin", "versionMax"])
                    yield return each.Has(name) && !each.IsText(name) ? Wrong($"dependsOn.{kind}.{name}") : null;
                yield return each.Has("optional") && !each.IsBoolean("optional") ? Wrong($"dependsOn.{kind}.optional") : null;
            }
        }
    }

    private static bool IsLogo(string logo) => logo.Length == 0
        || (Pictures.Contains(Path.GetExtension(logo).ToLowerInvariant()) && !logo.StartsWith('/') && (!logo.Contains(':', StringComparison.Ordinal) || Fields.IsWebAddress(logo)));

    private static bool IsLanguage(string tag)
    {
        try
        {
            return LanguageTag().IsMatch(tag) && CultureInfo.GetCultureInfo(tag.Split('-')[0], predefinedOnly: true) is not null;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static bool IsCountry(string code)
    {
        try
        {
            return code.Length == 2 && (code.All(char.IsAsciiLetterUpper) || code.All(char.IsAsciiLetterLower)) && new RegionInfo(code.ToUpperInvariant()).TwoLetterISORegionName.Equals(code, StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Wrong(string name) => $"‘{name}’ ontbreekt of klopt niet met de standaard publiccode.yml.";

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"^[a-z]+/[A-Za-z0-9.+*-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MimeType();

    // Names of SPDX with words between them; whether each name is on the list of SPDX changes every month.
    [GeneratedRegex(@"^\(*[A-Za-z0-9.+-]+\)*( (AND|OR|WITH) \(*[A-Za-z0-9.+-]+\)*)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex License();
}

using System.Globalization;
using System.Text;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Import.Input;
using Parelmuur.Catalogue.Solutions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Parelmuur.Catalogue.Import.PublicCode;

/// <summary>Makes an entry of one publiccode.yml. Names and addresses of persons in it are not taken over.</summary>
internal static class PublicCodeFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ImportedRow Read(int number, string from, byte[] bytes)
    {
        try
        {
            if (PlainYaml.Read(Strict.GetString(bytes).TrimStart('\uFEFF'), out var fault) is not { } root)
                return new RefusedRow(number, from, "", fault ?? "Dit bestand is leeg of is geen publiccode.yml.");
            return PublicCodeRules.Broken(root) is { } broken
                ? new RefusedRow(number, from, PlainText.Of(root.Text("name"), out _), broken)
                : Entry(number, root);
        }
        catch (YamlException error)
        {
            return new RefusedRow(number, from, "", $"Dit is geen geldige YAML (regel {error.Start.Line}).");
        }
        catch (DecoderFallbackException)
        {
            return new RefusedRow(number, from, "", "Dit bestand is niet in UTF-8 geschreven.");
        }
    }

    private static ImportedEntry Entry(int number, YamlMappingNode root)
    {
        var texts = Description(root.Map("description")!);
        var fields = new Fields(name => name switch
        {
            "name" or "url" or "landingURL" => root.Text(name),
            "license" => root.Map("legal")!.Text(name),
            "owner" => root.Map("organisation")?.Text("name") ?? root.Map("legal")!.Text("repoOwner"),
            _ => texts.Text(name),
        });
        var title = fields.Line("name");
        var url = fields.Url("url");
        var landing = fields.Url("landingURL");
        var promise = fields.Line("shortDescription");
        var features = string.Join('\n', texts.Texts("features").Select(each => $"– {PlainText.Of(each, out _)}"));
        var content = new SolutionContent
        {
            Title = Shorten.Cut(title, Solution.TitleLength),
            Promise = Shorten.Cut(promise, Solution.PromiseLength),
            WhatWeDid = Shorten.Body(
                title.Length > Solution.TitleLength ? title : "", fields.Text("longDescription", Solution.TextLength), features),
            Kind = SolutionKind.Software,
            Licence = Shorten.Cut(fields.Line("license"), Solution.LicenceLength),
            Links =
            [
                .. new[] { new Link("Broncode", url), new Link("Website", landing), new Link("Documentatie", fields.Url("documentation")) }
                    .Where(link => link.Url.Length > 0),
            ],
        };
        return new ImportedEntry(number, Shorten.Cut(Same(url), SolutionSource.SourceIdLength), content)
        {
            Url = url,
            Maker = fields.Line("owner"),
            Uses = [.. root.Texts("usedBy").Select(name => PlainText.Of(name, out _)).Where(name => name.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new ImportedUse(name, UseState.Active, OnlyKnown: true))],
            Published = DateOnly.TryParseExact(root.Text("releaseDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Relations = [.. root.Texts("isBasedOn").Select(each => new ImportedRelation(RelationKind.BuildsOn, Same(each)))],
            Cleaned = fields.Cleaned,
        };
    }

    // Dutch if there is Dutch, else English, else what there is.
    private static YamlMappingNode Description(YamlMappingNode descriptions) => descriptions.Children
        .Select(each => (Language: each.Key.ToString().ToLowerInvariant(), Text: (YamlMappingNode)each.Value))
        .OrderBy(each => each.Language[..2] switch { "nl" => 0, "en" => 1, _ => 2 }).First().Text;

    // "https://x.nl/y.git" and "https://x.nl/y/" are one repository.
    private static string Same(string url)
    {
        var same = url.Trim().TrimEnd('/');
        return same.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? same[..^4] : same;
    }
}

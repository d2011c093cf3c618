using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parelmuur.Catalogue.Api;

namespace Parelmuur.Catalogue.Export;

/// <summary>Describes a piece of software by the publiccode.yml standard, version 0.</summary>
/// <remarks>
/// The standard asks for a licence by SPDX and a long description of 150 to 10,000 characters. Without a licence there
/// is no file: it would say something nobody said. Texts stand between double quotes as in JSON, which YAML reads too.
/// </remarks>
internal static partial class PubliccodeFile
{
    private const int ShortLength = 150, LeastLongLength = 150, MostLongLength = 10_000;
    private static readonly string[] Forges = ["github.", "gitlab.", "codeberg.", "bitbucket.", "git.", "code."];

    /// <summary>The file; null when the licence is not known.</summary>
    /// <param name="solution">The software.</param>
    /// <param name="page">The address of its page here.</param>
    /// <param name="usedBy">The names of those who use it and let everyone know.</param>
    public static string? Of(SolutionDocument solution, Uri page, IReadOnlyList<string> usedBy)
    {
        if (!Spdx().IsMatch(solution.Licence))
            return null;
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"""
            publiccodeYmlVersion: "0"
            name: {Text(solution.Title)}
            url: {Text(Code(solution)?.AbsoluteUri ?? page.AbsoluteUri)}
            landingURL: {Text(page.AbsoluteUri)}
            platforms:
              - web
            developmentStatus: {Development(solution)}
            softwareType: "standalone/other"
            description:
              nl:
                localisedName: {Text(solution.Title)}
                shortDescription: {Text(Cut(solution.Promise.Length > 0 ? solution.Promise : solution.Title, ShortLength))}
                longDescription: {Text(Cut(Long(solution, page), MostLongLength))}
                features:
                  - {Text(Cut(solution.Promise.Length > 0 ? solution.Promise : solution.Title, ShortLength))}
            legal:
              license: {Text(solution.Licence)}

            """);
        if (solution.Origin is { } origin)
            yaml.Append(CultureInfo.InvariantCulture, $"  mainCopyrightOwner: {Text(origin.Name)}\n");
        if (usedBy.Count > 0)
            yaml.Append("usedBy:\n").AppendJoin("", usedBy.Select(name => $"  - {Text(name)}\n"));
        AppendMaintenance(yaml, solution);
        yaml.Append("localisation:\n  localisationReady: false\n  availableLanguages:\n    - nl\n");
        return yaml.ToString();
    }

    private static void AppendMaintenance(StringBuilder yaml, SolutionDocument solution)
    {
        if (solution.Mailbox.Length == 0 || solution.Origin is not { } keeper)
        {
            yaml.Append("maintenance:\n  type: none\n");
            return;
        }

        yaml.Append(CultureInfo.InvariantCulture, $"""
            maintenance:
              type: internal
              contacts:
                - name: {Text(keeper.Name)}
                  email: {Text(solution.Mailbox)}

            """);
    }

    // The link to the code if there is one, else the first.
    private static Uri? Code(SolutionDocument solution)
    {
        var links = solution.Links.Select(link => Uri.TryCreate(link.Url, UriKind.Absolute, out var url) ? url : null).OfType<Uri>().ToList();
        return links.Find(url => Array.Exists(Forges, forge => url.Host.StartsWith(forge, StringComparison.OrdinalIgnoreCase))
                || url.AbsolutePath.EndsWith(".git", StringComparison.Ordinal))
            ?? links.FirstOrDefault();
    }

    private static string Development(SolutionDocument solution) => (solution.Status, solution.Stage) switch
    {
        (SolutionStatus.Archived, _) => "obsolete",
        (SolutionStatus.Tip, _) => "concept",
        (_, Stage.Gem) => "development",
        (_, Stage.Pilot) => "beta",
        _ => "stable",
    };

    private static string Long(SolutionDocument solution, Uri page)
    {
        var text = string.Join("\n\n", new[] { solution.Promise, solution.Problem, solution.WhatWeDid, solution.Result, solution.ForWhom }
            .Where(part => part.Length > 0));
        return text.Length >= LeastLongLength ? text : $"{text}\n\n"
            + $"Deze beschrijving komt van Parelmuur, waar gemeenten elkaars oplossingen vinden. Daar staat ook welke gemeenten "
            + $"deze software gebruiken en wie er meer over weet: {page}";
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";

    private static string Text(string text) => JsonSerializer.Serialize(text, CatalogueJson.Default.String);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.+-]*( (AND|OR|WITH) [A-Za-z0-9][A-Za-z0-9.+-]*)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spdx();
}

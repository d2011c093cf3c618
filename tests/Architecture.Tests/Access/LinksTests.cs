using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing.Template;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>Every link that a page shows somebody, leads that person somewhere.</summary>
[Collection(WithSite.Name)]
public sealed class LinksTests(ParelmuurApp site)
{
    // Of pages that are alike, such as those of solutions, this many are opened.
    private const int OfOneKind = 3;

    // Where somebody signs out.
    private const string End = "/uitloggen";

    [Theory]
    [InlineData(null, "/")]
    [InlineData(null, "/en")]
    [InlineData("Lotte Kramer", "/mijn")]
    [InlineData("Samira Yıldız", "/mijn")]
    [InlineData("Omar Bensaïd", "/mijn")]
    [InlineData("Noor Willems", "/mijn")]
    [InlineData("Eva Mulder", "/mijn")]
    [InlineData("Pim Hendriks", "/mijn")]
    [InlineData("Rosa Blom", "/mijn")]
    public async Task Links_OnEveryPage_LeadToAPage(string? name, string start)
    {
        using var visitor = name is null ? site.Visit() : await site.AsAsync(name);
        var kinds = new Kinds(await Address.AllAsync(site.Services));
        var links = new Queue<(string Path, string From)>([(start, "the address bar")]);
        HashSet<string> seen = [start];
        List<string> wrong = [];
        var opened = 0;
        while (links.TryDequeue(out var link))
        {
            using var answer = await visitor.RawAsync(HttpMethod.Get, link.Path);
            opened++;
            // Who lacks a role reads how to get it: that is somewhere too.
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.PermanentRedirect
                or HttpStatusCode.Forbidden))
                wrong.Add($"{link.Path} on {link.From}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (var next in LinksOf(await answer.Content.ReadAsStringAsync(), link.Path).Where(next => seen.Add(next) && kinds.IsWanted(next)))
                links.Enqueue((next, link.Path));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(opened, 30, int.MaxValue);
    }

    // Of this site only, without the place on the page.
    private IEnumerable<string> LinksOf(string html, string here)
    {
        var page = new Uri(site.Client.BaseAddress!, here);
        return new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href], link[href], img[src], script[src]")
            .Select(element => new Uri(page, element.GetAttribute("href") ?? element.GetAttribute("src")))
            .Where(link => link.Scheme == page.Scheme && link.Authority == page.Authority && !link.AbsolutePath.EndsWith(End, StringComparison.Ordinal))
            .Select(link => link.PathAndQuery);
    }

    /// <summary>Counts how many of each kind of page were met.</summary>
    private sealed class Kinds(IReadOnlyList<Address> addresses)
    {
        private readonly List<(string Pattern, TemplateMatcher Matcher)> patterns = [.. addresses.DistinctBy(each => each.Pattern)
            .OrderBy(each => each.IsOfOneThing).Select(each => (each.Pattern, new TemplateMatcher(TemplateParser.Parse(each.Pattern.TrimStart('/')), [])))];

        private readonly Dictionary<string, int> met = new(StringComparer.Ordinal);

        public bool IsWanted(string link)
        {
            var path = link.Split('?')[0];
            path = path.StartsWith("/en/", StringComparison.Ordinal) ? path[3..] : path;
            // What fits no pattern leads nowhere, which the answer shows.
            var kind = patterns.FirstOrDefault(each => each.Matcher.TryMatch(path, [])).Pattern ?? path;
            return (met[kind] = met.GetValueOrDefault(kind) + 1) <= OfOneKind;
        }
    }
}

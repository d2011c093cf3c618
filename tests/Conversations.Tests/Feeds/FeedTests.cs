using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Xml;
using System.Xml.Linq;

namespace Parelmuur.Conversations.Tests.Feeds;

/// <summary>Every feed read strictly: what RFC 4287 demands of a feed and of each entry.</summary>
public sealed class FeedTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XName Language = XNamespace.Xml + "lang";

    [Theory]
    [InlineData("/muur/atom.xml", "nl", 50)]
    [InlineData("/en/muur/atom.xml", "en", 50)]
    [InlineData("/muur/atom.xml?thema=wonen", "nl", 1)]
    [InlineData("/muur/atom.xml?q=afval&fase=pareltje", "nl", 0)]
    [InlineData("/gemeenten/deventer/atom.xml", "nl", 1)]
    [InlineData("/en/gemeenten/deventer/atom.xml", "en", 1)]
    public async Task Feed_IsValidAtom(string path, string language, int atLeast)
    {
        var feed = await ReadAsync(path);
        Assert.Equal(language, feed.Attribute(Language)!.Value);
        Assert.InRange(feed.Elements(Atom + "entry").Count(), Math.Min(atLeast, 20), 50);
        Assert.EndsWith(path.Split('?')[0], new Uri(Self(feed)).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_OfASolution_TellsWhatHappenedAndEscapesWhatPeopleWrote()
    {
        var solution = await site.SolutionAsync();
        using var samira = await site.AsAsync("Samira Yıldız");
        var text = Talk.Unique("<script>alert(1)</script> & \u0007 meer");
        await samira.WriteAsync($"/oplossingen/{solution.Slug}/reactie", text, "Plaats mijn reactie");

        XElement? entry = null;
        await Follower.UntilAsync(async () =>
        {
            entry = (await ReadAsync($"/oplossingen/{solution.Slug}/atom.xml")).Elements(Atom + "entry")
                .FirstOrDefault(each => each.Element(Atom + "title")!.Value.Contains(text[^32..], StringComparison.Ordinal));
            return entry is not null;
        });

        Assert.Contains("Samira Yıldız van Zutphen reageert: <script", entry!.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Contains("#bijdrage-", entry.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        await site.PageAsync("/oplossingen/bestaat-niet/atom.xml", HttpStatusCode.NotFound);
        await site.PageAsync("/gemeenten/bestaat-niet/atom.xml", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Feed_ThatIsKnown_IsNotSentAgain()
    {
        using var first = await site.Client.GetAsync(new Uri("/muur/atom.xml?thema=zorg", UriKind.Relative));
        Assert.NotNull(first.Headers.ETag);
        Assert.NotNull(first.Content.Headers.LastModified);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/muur/atom.xml?thema=zorg");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag.Tag));
        using var again = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private async Task<XElement> ReadAsync(string path)
    {
        using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        using var reader = XmlReader.Create(
            await answer.Content.ReadAsStreamAsync(), new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit, Async = true });
        var feed = (await XDocument.LoadAsync(reader, LoadOptions.None, default)).Root!;
        Check(feed);
        return feed;
    }

    private static void Check(XElement feed)
    {
        Assert.Equal(Atom + "feed", feed.Name);
        CheckCommon(feed);
        Assert.Single(feed.Elements(Atom + "author"), HasName);
        Assert.Single(feed.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "self" && link.Attribute("type")!.Value == "application/atom+xml");
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        var updated = entries.Select(Updated).ToList();
        Assert.True(entries.Count == 0 || Updated(feed) == updated.Max());
        foreach (var entry in entries)
        {
            CheckCommon(entry);
            Assert.True(Moment(Assert.Single(entry.Elements(Atom + "published"))) <= Updated(entry));
            Assert.NotEmpty(Assert.Single(entry.Elements(Atom + "summary")).Value);
            Assert.All(entry.Elements(Atom + "author"), author => Assert.True(HasName(author)));
        }

        // Only names of the standard, and text in them as text.
        string[] known = ["feed", "entry", "id", "title", "updated", "published", "link", "author", "name", "summary"];
        Assert.All(feed.DescendantsAndSelf(), each => Assert.Contains(each.Name.LocalName, known));
        Assert.All(feed.Descendants(Atom + "title"), title => Assert.False(title.HasElements));
    }

    private static void CheckCommon(XElement element)
    {
        var id = Assert.Single(element.Elements(Atom + "id")).Value;
        Assert.Matches("^(tag:[^,]+,2026:[^ ]+|urn:uuid:[0-9a-f-]{36})$", id);
        Assert.NotEmpty(Assert.Single(element.Elements(Atom + "title")).Value);
        Moment(Assert.Single(element.Elements(Atom + "updated")));
        var alternate = Assert.Single(element.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "alternate");
        Assert.True(new Uri(alternate.Attribute("href")!.Value).IsAbsoluteUri);
    }

    private static bool HasName(XElement author) => author.Elements(Atom + "name").Single().Value.Length > 0;

    private static DateTimeOffset Updated(XElement element) => Moment(element.Element(Atom + "updated")!);

    private static DateTimeOffset Moment(XElement element) =>
        DateTimeOffset.ParseExact(element.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Self(XElement feed) =>
        feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value;
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Parelmuur.Kernel.Feeds;

/// <summary>A feed that anyone can follow with a feed reader (RFC 4287).</summary>
/// <param name="Id">Permanent and worldwide unique; see <see cref="Tag"/>.</param>
/// <param name="Title">What it is about, in the reader's language.</param>
/// <param name="Self">The whole address of the feed.</param>
/// <param name="Page">The whole address of the page that shows the same.</param>
/// <param name="Language">"nl" or "en".</param>
/// <param name="Updated">When it was last changed, if it has no entries.</param>
/// <param name="Entries">Newest first.</param>
public sealed record AtomFeed(
    string Id, string Title, string Self, string Page, string Language, DateTimeOffset Updated, IReadOnlyList<AtomEntry> Entries)
{
    /// <summary>The content type of a feed.</summary>
    public const string ContentType = "application/atom+xml; charset=utf-8";

    /// <summary>How many entries a feed holds.</summary>
    public const int Size = 50;

    private const string Namespace = "http://www.w3.org/2005/Atom", Author = "Parelmuur";

    /// <summary>A permanent id within a site: "tag:parelmuur.nl,2026:muur" (RFC 4151).</summary>
    /// <param name="site">An address of the site.</param>
    /// <param name="what">What it identifies, in letters that may stand in an address.</param>
    public static string Tag(string site, string what) => $"tag:{new Uri(site).Host},2026:{what}";

    /// <summary>The permanent id of what has a GUID.</summary>
    public static string Urn(Guid id) => $"urn:uuid:{id}";

    /// <summary>The answer, which a reader that has it already need not get again.</summary>
    public FileContentHttpResult ToAnswer()
    {
        var content = Write();
        return TypedResults.File(
            content, ContentType, lastModified: LastUpdated,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\""));
    }

    private DateTimeOffset LastUpdated => Entries.Select(entry => entry.Updated).DefaultIfEmpty(Updated).Max();

    private byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, Language);
            WriteText(xml, "id", Id);
            WriteText(xml, "title", Title);
            WriteText(xml, "updated", Moment(LastUpdated));
            WriteLink(xml, "self", Self, "application/atom+xml");
            WriteLink(xml, "alternate", Page, "text/html");
            WriteAuthor(xml, Author);
            foreach (var entry in Entries)
                WriteEntry(xml, entry);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private void WriteEntry(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        if (entry.Language is { } language && language != Language)
            xml.WriteAttributeString("xml", "lang", null, language);
        WriteText(xml, "id", entry.Id);
        WriteText(xml, "title", entry.Title);
        WriteText(xml, "published", Moment(entry.Published));
        WriteText(xml, "updated", Moment(entry.Updated));
        WriteLink(xml, "alternate", entry.Page, "text/html");
        if (entry.Author is { } author)
            WriteAuthor(xml, author);
        WriteText(xml, "summary", entry.Summary);
        xml.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        WriteText(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", new Uri(address).AbsoluteUri);
        xml.WriteEndElement();
    }

    // Signs that XML does not know would make the feed unreadable for everyone.
    private static void WriteText(XmlWriter xml, string name, string text) => xml.WriteElementString(
        name, Namespace, string.Concat(text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))));

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>One thing that happened.</summary>
/// <param name="Id">Permanent and worldwide unique.</param>
/// <param name="Title">What happened, in one line.</param>
/// <param name="Page">The whole address where to read it.</param>
/// <param name="Published">When it happened.</param>
/// <param name="Updated">When it was last changed.</param>
/// <param name="Summary">More of it, as plain text.</param>
public sealed record AtomEntry(string Id, string Title, string Page, DateTimeOffset Published, DateTimeOffset Updated, string Summary)
{
    /// <summary>Who made it, when that is not the platform.</summary>
    public string? Author { get; init; }

    /// <summary>The language of its texts, when that may differ from the feed's.</summary>
    public string? Language { get; init; }
}

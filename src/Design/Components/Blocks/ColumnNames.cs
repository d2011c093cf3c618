using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Parelmuur.Design;

/// <summary>The rows of a table. In a wide one each cell says the name of its column, for phones that have no room for the columns beside each other.</summary>
/// <remarks>The names are those in the head. The rows are looked at while they are written, and never held as one text.</remarks>
internal sealed class ColumnNames(IHtmlContent rows) : IHtmlContent
{
    // So many still fit beside each other on 320 pixels; the stylesheet puts the cells of a wider table below each other.
    private const int FitOnAPhone = 3;

    private enum Place
    {
        Text,
        Name,
        Attributes,
    }

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        using var reader = new Reader(writer);
        rows.WriteTo(reader, encoder);
    }

    // What is written may begin and end anywhere, also within a tag.
    private sealed class Reader(TextWriter to) : TextWriter(CultureInfo.InvariantCulture)
    {
        private readonly List<string> attributes = [];
        private readonly StringBuilder heading = new();

        // A longer name than that of the end of the head is none of those that matter.
        private readonly char[] name = new char["/thead".Length + 1];
        private int letters;
        private Place place;
        private bool inHead = true;
        private bool inHeading;
        private int column;

        public override Encoding Encoding => to.Encoding;

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        // A page takes a whole text as it is, and copies a part of one.
        public override void Write(string? value)
        {
            var written = WriteNamed(value);
            if (written == 0)
                to.Write(value);
            else
                to.Write(value.AsSpan(written));
        }

        public override void Write(ReadOnlySpan<char> buffer) => to.Write(buffer[WriteNamed(buffer)..]);

        // Writes up to the last name that it puts in, and tells where that is.
        private int WriteNamed(ReadOnlySpan<char> buffer)
        {
            var written = 0;
            if (!inHead && attributes.Count == 0)
                return written;
            for (var at = 0; at < buffer.Length; at++)
            {
                if (place == Place.Text)
                {
                    var text = buffer[at..];
                    var tag = text.IndexOf('<');
                    if (inHeading)
                        heading.Append(tag < 0 ? text : text[..tag]);
                    if (tag < 0)
                        break;
                    at += tag;
                    (place, letters) = (Place.Name, 0);
                    continue;
                }

                if (place == Place.Name)
                {
                    if (char.IsAsciiLetter(buffer[at]) || buffer[at] == '/')
                    {
                        if (letters < name.Length)
                            name[letters++] = buffer[at];
                        continue;
                    }

                    place = Place.Attributes;
                    if (After(name.AsSpan(0, letters)) is { Length: > 0 } attribute)
                    {
                        to.Write(buffer[written..at]);
                        to.Write(attribute);
                        written = at;
                    }
                }

                var end = buffer[at..].IndexOf('>');
                if (end < 0)
                    break;
                at += end;
                place = Place.Text;
            }

            return written;
        }

        // What is to be said after the name of a tag.
        private string After(ReadOnlySpan<char> tag)
        {
            switch (tag)
            {
                case "tr":
                    column = 0;
                    break;
                case "th" when inHead:
                    heading.Clear();
                    inHeading = true;
                    break;
                case "/th" when inHead:
                    inHeading = false;
                    var text = heading.ToString().Trim().Replace("\"", "&quot;", StringComparison.Ordinal);
                    attributes.Add(text.Length == 0 ? "" : $" data-kolom=\"{text}\"");
                    break;
                case "/thead":
                    inHead = false;
                    if (attributes.Count <= FitOnAPhone)
                        attributes.Clear();
                    break;
                case "th":
                    column++;
                    break;
                case "td" when column < attributes.Count:
                    return attributes[column++];
            }

            return "";
        }
    }
}

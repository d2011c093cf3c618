using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A table that scrolls inside its own region when it is too wide. Its content is the head and the body.</summary>
/// <remarks>
/// Cells with numbers get the class <c>n</c>; the row of the reader's own municipality the class <c>wij</c>.
/// On a phone the cells of a table with many columns stand below each other, each after the name of its column.
/// </remarks>
[HtmlTargetElement("nl-table")]
public sealed partial class TableTagHelper(Words words, HtmlEncoder encoder) : TagHelper
{
    // So many still fit beside each other on 320 pixels.
    private const int FitOnAPhone = 3;

    /// <summary>What the table is about, in Dutch.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Whether a heading above already says it; then only a screen reader says it again.</summary>
    public bool CaptionHidden { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = (await output.GetChildContentAsync()).GetContent(encoder);
        var columns = Columns().Matches(content).Select(column => Tags().Replace(column.Groups["text"].Value, "").Trim().Replace("\"", "&quot;", StringComparison.Ordinal)).ToArray();
        var stacks = columns.Length > FitOnAPhone;
        output.Become(new Markup()
            .Add($"<div class=\"pm-tabelvak{(stacks ? " pm-rijen" : "")}\" tabindex=\"0\" role=\"region\" aria-label=\"{words["Tabel: {0}", words[Caption]]}\"><table class=\"utrecht-table\"><caption")
            .AddIf(CaptionHidden, $" class=\"pm-verberg\"").Add($">{words[Caption]}</caption>{(stacks ? new NamedCells(content, columns) : new HtmlString(content))}</table></div>"));
    }

    // Each cell says its column, which the stylesheet shows where the head has no place. Written piece by piece: a long table
    // as one more string would be a large object for each page.
    private sealed class NamedCells(string html, string[] columns) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var (written, column) = (0, 0);
            foreach (var start in Cells().EnumerateMatches(html))
            {
                var end = start.Index + start.Length;
                var tag = html.AsSpan(start.Index + 1, start.Length - 1);
                if (tag is "tr")
                {
                    column = 0;
                    continue;
                }

                if (tag is "td" && column < columns.Length && columns[column].Length > 0)
                {
                    writer.Write(html.AsSpan(written, end - written));
                    writer.Write(" data-kolom=\"");
                    writer.Write(columns[column]);
                    writer.Write('"');
                    written = end;
                }

                column++;
            }

            writer.Write(html.AsSpan(written));
        }
    }

    [GeneratedRegex("<th scope=\"col\"[^>]*>(?<text>.*?)</th>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Columns();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"<(tr|td|th)(?=[\s>])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cells();
}

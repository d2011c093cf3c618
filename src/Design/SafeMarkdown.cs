using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Parelmuur.Design;

/// <summary>Turns Markdown into HTML by writing only what is known to be harmless; all else becomes text.</summary>
/// <remarks>
/// There is no list of what is forbidden: a part that is not named here is written as the text in it, encoded. So an
/// image becomes its description, a heading a paragraph, and HTML shows as it was typed.
/// </remarks>
internal static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    public static Markup Html(string text)
    {
        try
        {
            return new Markup().AddEach(Markdown.Parse(text, Pipeline), Write);
        }
        catch (ArgumentException)
        {
            // The parser gives up on what is nested too deeply; nobody writes that to be read.
            return Markup.Of($"<p>{text}</p>");
        }
    }

    private static void Write(Markup html, Block block)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup:
                break;
            case ListBlock { IsOrdered: true } list:
                html.Add($"<ol>").AddEach(list, Write).Add($"</ol>");
                break;
            case ListBlock list:
                html.Add($"<ul>").AddEach(list, Write).Add($"</ul>");
                break;
            case ListItemBlock item:
                html.Add($"<li>").AddEach(item, Write).Add($"</li>");
                break;
            case ContainerBlock container:
                html.AddEach(container, Write);
                break;
            case CodeBlock code:
                html.Add($"<pre><code>{code.Lines.ToString()}</code></pre>");
                break;
            case LeafBlock { Inline: { } inline }:
                html.Add($"<p>").AddEach(inline, Write).Add($"</p>");
                break;
        }
    }

    private static void Write(Markup html, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                html.Add($"{literal.Content.ToString()}");
                break;
            case HtmlEntityInline entity:
                html.Add($"{entity.Transcoded.ToString()}");
                break;
            case CodeInline code:
                html.Add($"<code>{code.Content}</code>");
                break;
            // People who press Enter mean a new line, also without two spaces before it.
            case LineBreakInline:
                html.Add($"<br>");
                break;
            case EmphasisInline { DelimiterCount: 1 } emphasis:
                html.Add($"<em>").AddEach(emphasis, Write).Add($"</em>");
                break;
            case EmphasisInline strong:
                html.Add($"<strong>").AddEach(strong, Write).Add($"</strong>");
                break;
            case LinkInline { IsImage: false, Url: { } url } link when IsSafe(url):
                html.Add($"<a class=\"utrecht-link\" rel=\"nofollow ugc\" href=\"{url}\">").AddEach(link, Write).Add($"</a>");
                break;
            case AutolinkInline link when IsSafe(link.IsEmail ? "mailto:" + link.Url : link.Url):
                html.Add($"<a class=\"utrecht-link\" rel=\"nofollow ugc\" href=\"{(link.IsEmail ? "mailto:" : "")}{link.Url}\">{link.Url}</a>");
                break;
            case AutolinkInline link:
                html.Add($"{link.Url}");
                break;
            case ContainerInline container:
                html.AddEach(container, Write);
                break;
        }
    }

    // An address without a scheme could be read as one of this site; a scheme such as javascript: does things.
    private static bool IsSafe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeMailto);
}

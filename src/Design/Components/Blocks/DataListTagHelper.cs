using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>Facts by name. Holds <c>nl-data</c> elements.</summary>
[HtmlTargetElement("nl-data-list")]
public sealed class DataListTagHelper : TagHelper
{
    /// <summary>Whether the values stand beside the names, which takes half the height.</summary>
    public bool Beside { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        if (content.IsEmptyOrWhiteSpace)
            output.SuppressOutput();
        else
            output.Become(Markup.Of($"<dl class=\"utrecht-data-list{(Beside ? " pm-naast" : "")}\">{content}</dl>"));
    }
}

/// <summary>One fact by name, with its value as content. Without a value it is left out.</summary>
[HtmlTargetElement("nl-data", ParentTag = "nl-data-list")]
public sealed class DataTagHelper(Words words) : TagHelper
{
    /// <summary>The name of the fact, in Dutch.</summary>
    public string Term { get; set; } = "";

    /// <summary>The language of the value, when people wrote it.</summary>
    public string? ContentLang { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        if (content.IsEmptyOrWhiteSpace)
            output.SuppressOutput();
        else
            output.Become(Markup.Of($"<dt>{words[Term]}</dt><dd{Language.Attribute(ContentLang)}>{content}</dd>"));
    }
}

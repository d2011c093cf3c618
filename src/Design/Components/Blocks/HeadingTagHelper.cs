using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>A heading. One of level 1 per page.</summary>
[HtmlTargetElement("nl-heading")]
public sealed class HeadingTagHelper : TagHelper
{
    /// <summary>Its level, 1 to 4.</summary>
    public int Level { get; set; } = 2;

    /// <summary>How large it looks, when that differs from its level.</summary>
    public int? LooksLike { get; set; }

    /// <summary>The language of its text, when people wrote it.</summary>
    public string? ContentLang { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = FormattableString.Invariant($"h{Level}");
        output.AddClasses(FormattableString.Invariant($"utrecht-heading-{LooksLike ?? Level}"));
        if (ContentLang is not null && ContentLang != PageHead.Language)
            output.Attributes.SetAttribute("lang", ContentLang);
    }
}

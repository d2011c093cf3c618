using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

internal static class TagHelperOutputExtensions
{
    /// <summary>Replaces the tag as written in the page by this HTML.</summary>
    public static void Become(this TagHelperOutput output, IHtmlContent html)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(html);
    }

    /// <summary>Puts the classes of the component before those that the page wrote.</summary>
    public static void AddClasses(this TagHelperOutput output, params string[] classes)
    {
        var own = string.Join(' ', classes);
        output.Attributes.SetAttribute("class", output.Attributes["class"]?.Value is { } written ? $"{own} {written}" : own);
    }

    /// <summary>Adds the attributes that the page wrote and the component does not know, such as <c>autocomplete</c>.</summary>
    public static Markup AddOthers(this Markup markup, TagHelperOutput output)
    {
        foreach (var attribute in output.Attributes)
        {
            if (attribute.ValueStyle == HtmlAttributeValueStyle.Minimized)
                markup.Add($" {attribute.Name}");
            else if (attribute.Value is IHtmlContent html)
                markup.Add($" {attribute.Name}=\"{html}\"");
            else
                markup.Add($" {attribute.Name}=\"{attribute.Value?.ToString()}\"");
        }

        return markup;
    }
}

using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>A button, or a link that looks like one when it has an <c>href</c>. Its text is a verb with an object.</summary>
/// <example><c>&lt;nl-button&gt;Deel dit pareltje&lt;/nl-button&gt;</c></example>
[HtmlTargetElement("nl-button")]
public sealed class ButtonTagHelper(IUrlHelperFactory urls) : TagHelper
{
    /// <summary>The page to draw on.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>Where a link goes; "~/" stands for the root in the reader's language.</summary>
    public string? Href { get; set; }

    /// <summary>How the button looks: one primary button per block.</summary>
    public ButtonLook Look { get; set; } = ButtonLook.Primary;

    /// <summary>Whether this is the one main act of the page.</summary>
    public bool Large { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var look = Look switch
        {
            ButtonLook.Primary => "utrecht-button utrecht-button--primary-action",
            ButtonLook.Secondary => "utrecht-button utrecht-button--secondary-action",
            _ => "utrecht-button utrecht-button--subtle",
        };
        var html = Href is null
            ? new Markup().Add($"<button class=\"{look}").AddIf(Large, $" utrecht-button--groot").Add($"\"")
                .AddIf(!output.Attributes.ContainsName("type"), $" type=\"submit\"")
            : new Markup().Add($"<a class=\"{look}").AddIf(Large, $" utrecht-button--groot")
                .Add($"\" href=\"{urls.GetUrlHelper(View).Content(Href)}\"");
        output.Become(html.AddOthers(output).Add($">{content}</{(Href is null ? "button" : "a")}>"));
    }
}

/// <summary>The looks of a button.</summary>
public enum ButtonLook
{
    /// <summary>Filled: the main act of a block.</summary>
    Primary,

    /// <summary>Outlined: another act.</summary>
    Secondary,

    /// <summary>As a link: an act on the side.</summary>
    Subtle,
}

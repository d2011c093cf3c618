using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>Somebody to call: initials in a hexagon, name, role; how and how fast as content.</summary>
[HtmlTargetElement("nl-person")]
public sealed class PersonTagHelper : TagHelper
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The role and the organisation: "Eigenaar, Deventer".</summary>
    public string? Role { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(new Markup()
            .Add($"<div class=\"pm-persoon\">{AvatarTagHelper.Html(Name)}<div><p><strong>{Name}</strong></p>")
            .AddIf(Role is not null, $"<p class=\"pm-klein pm-zacht\">{Role}</p>")
            .AddIf(!content.IsEmptyOrWhiteSpace, $"<p class=\"pm-klein\">{content}</p>").Add($"</div></div>"));
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A block on the page, with its heading.</summary>
[HtmlTargetElement("nl-box")]
public sealed class BoxTagHelper(Words words) : TagHelper
{
    /// <summary>The heading, in Dutch; none gives a block without.</summary>
    public string? Heading { get; set; }

    /// <summary>The level of the heading.</summary>
    public int Level { get; set; } = 2;

    /// <summary>How large the heading looks, when that differs from its level.</summary>
    public int? LooksLike { get; set; }

    /// <summary>How it stands out.</summary>
    public BoxLook Look { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var look = Look switch { BoxLook.Flat => "pm-kader pm-kader--plat", BoxLook.Sea => "pm-kader pm-kader--zee", BoxLook.Open => "pm-open", _ => "pm-kader" };
        output.AddClasses(look, "pm-stapel");
        output.Become(new Markup()
            .Add($"<section").AddOthers(output).Add($">")
            .AddIf(Heading is not null, $"<h{Level} class=\"utrecht-heading-{LooksLike ?? Level}\">{(Heading is null ? "" : words[Heading])}</h{Level}>")
            .Add($"{content}</section>"));
    }
}

/// <summary>How a block stands out.</summary>
public enum BoxLook
{
    /// <summary>White, with a shadow.</summary>
    White,

    /// <summary>White, with a line.</summary>
    Flat,

    /// <summary>Light blue: a chance to take.</summary>
    Sea,

    /// <summary>Without a frame.</summary>
    Open,
}

using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A message: the fact first, in bold, then the way out as its content.</summary>
[HtmlTargetElement("nl-alert")]
public sealed class AlertTagHelper(Words words) : TagHelper
{
    /// <summary>The fact.</summary>
    public string? Title { get; set; }

    /// <summary>What kind of message it is.</summary>
    public AlertKind Kind { get; set; } = AlertKind.Attention;

    /// <summary>Whether a screen reader should say it at once; for what just happened.</summary>
    public bool Live { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var look = Kind switch { AlertKind.Ok => " utrecht-alert--ok", AlertKind.Error => " utrecht-alert--fout", _ => "" };
        output.Become(new Markup()
            .Add($"<div class=\"utrecht-alert{look}\"")
            .AddIf(Live, $" role=\"{(Kind == AlertKind.Error ? "alert" : "status")}\"")
            .Add($"><div class=\"pm-stapel pm-stapel--smal\">")
            .AddIf(Title is not null, $"<p class=\"utrecht-heading-4\">{(Title is null ? "" : words[Title])}</p>")
            .AddIf(!content.IsEmptyOrWhiteSpace, $"<div>{content}</div>")
            .Add($"</div></div>"));
    }
}

/// <summary>The kinds of message.</summary>
public enum AlertKind
{
    /// <summary>Something to know before going on.</summary>
    Attention,

    /// <summary>It worked.</summary>
    Ok,

    /// <summary>It did not work.</summary>
    Error,
}

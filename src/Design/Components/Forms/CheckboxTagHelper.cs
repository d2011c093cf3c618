using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>One thing to agree to or switch on.</summary>
[HtmlTargetElement("nl-checkbox")]
public sealed class CheckboxTagHelper(Words words) : Field(words)
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The binder reads "true"; a box that is off posts nothing.
        var isOn = Current is { } current && current.Split(',').Contains("true", StringComparer.OrdinalIgnoreCase);
        output.Become(new Markup()
            .Add($"<div class=\"pm-vink").AddIf(Error is not null, $" utrecht-form-field--invalid").Add($"\">")
            .Add($"<input class=\"utrecht-checkbox\" type=\"checkbox\" id=\"{Id}\" name=\"{FullName}\" value=\"true\"").AddIf(isOn, $" checked")
            .Add($"{DescribedBy(new Markup())}><div><label class=\"utrecht-form-label\" for=\"{Id}\">{Words[Label]}</label>{HintHtml}{ErrorHtml}</div></div>"));
    }
}

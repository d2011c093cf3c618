using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>What is still wrong in a form, with a link to each field. Stands above the form; empty when all is well.</summary>
/// <remarks>It also makes the layout start the title of the tab with "Fout:".</remarks>
[HtmlTargetElement("nl-error-summary")]
public sealed class ErrorSummaryTagHelper(Words words) : TagHelper
{
    /// <summary>The key in the view data that says that a summary is shown.</summary>
    internal const string Shown = "ErrorSummaryShown";

    /// <summary>The page to draw on.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = Errors().ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        View.ViewData[Shown] = true;
        var title = words.Count(errors.Count, "Er klopt nog 1 ding niet", "Er kloppen nog {0} dingen niet");
        output.Become(new Markup()
            .Add($"<div class=\"utrecht-alert utrecht-alert--fout\" role=\"alert\"><div class=\"pm-stapel pm-stapel--smal\"><h2 class=\"utrecht-heading-4\">{title}</h2><ul class=\"pm-lijst\">")
            .AddEach(errors, (html, error) => _ = error.Field.Length == 0
                ? html.Add($"<li>{error.Message}</li>")
                : html.Add($"<li><a class=\"utrecht-link\" href=\"#{FieldIds.Of(error.Field)}\">{error.Message}</a></li>"))
            .Add($"</ul></div></div>"));
    }

    private IEnumerable<(string Field, string Message)> Errors() =>
        from entry in View.ModelState
        where entry.Value.ValidationState == ModelValidationState.Invalid && entry.Value.Errors.Count > 0
        select (entry.Key, words[entry.Value.Errors[0].ErrorMessage]);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>One question of a form: label, hint, error and control, in that order and tied together.</summary>
/// <remarks>
/// Bound to a property with <c>for</c>, or free with <c>name</c> and <c>value</c> (a search form).
/// Label and hint are Dutch texts; the component looks up the translation. Errors come from the model state.
/// Attributes it does not know go to the control.
/// </remarks>
public abstract class Field(Words words) : TagHelper
{
    /// <summary>The page to draw on.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>The property that the answer goes to.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>The name of the field, when there is no property.</summary>
    public string? Name { get; set; }

    /// <summary>The answer so far, when there is no property.</summary>
    public string? Value { get; set; }

    /// <summary>The question.</summary>
    public string Label { get; set; } = "";

    /// <summary>What helps to answer it.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether the answer may be left out; then the label says so.</summary>
    public bool Optional { get; set; }

    /// <summary>The fixed texts.</summary>
    protected Words Words => words;

    /// <summary>The name as the form posts it.</summary>
    protected string FullName => For is null
        ? Name ?? throw new InvalidOperationException($"The field '{Label}' needs 'for' or 'name'.")
        : View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The id of the control, to which the error summary links.</summary>
    protected string Id => FieldIds.Of(FullName);

    /// <summary>What was typed, or else what is stored.</summary>
    protected string? Current => View.ModelState.TryGetValue(FullName, out var entry) && entry.AttemptedValue is { } typed
        ? typed : For is null ? Value : Convert.ToString(For.Model, System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>The first error, in the reader's language.</summary>
    protected string? Error => View.ModelState.TryGetValue(FullName, out var entry) && entry.Errors.Count > 0
        ? words[entry.Errors[0].ErrorMessage] : null;

    /// <summary>The most characters that the property takes.</summary>
    protected virtual int? MaxLength => For?.Metadata.ValidatorMetadata.Select(rule => rule switch
    {
        StringLengthAttribute length => length.MaximumLength,
        MaxLengthAttribute length => (int?)length.Length,
        _ => null,
    }).FirstOrDefault(length => length is not null);

    /// <summary>The attributes that every control has.</summary>
    protected Markup ControlAttributes(TagHelperOutput output)
    {
        var html = Markup.Of($" id=\"{Id}\" name=\"{FullName}\"")
            .AddIf(MaxLength is not null, $" maxlength=\"{MaxLength ?? 0}\"")
            .AddIf(IsRequired, $" required");
        return DescribedBy(html).AddOthers(output);
    }

    /// <summary>Ties hint and error to the control, and says that it is wrong.</summary>
    protected Markup DescribedBy(Markup html) => html
        .AddIf(Hint is not null || Error is not null, $" aria-describedby=\"{HintId}{(Hint is not null && Error is not null ? " " : "")}{ErrorId}\"")
        .AddIf(Error is not null, $" aria-invalid=\"true\"");

    /// <summary>Whether a reader must answer; free fields of a search form never must.</summary>
    protected bool IsRequired => !Optional && For?.Metadata.IsRequired == true;

    /// <summary>The hint as HTML.</summary>
    protected Markup HintHtml => new Markup().AddIf(
        Hint is not null, $"<div class=\"utrecht-form-field-description\" id=\"{HintId}\">{(Hint is null ? "" : words[Hint])}</div>");

    /// <summary>The error as HTML; it starts with "Fout:" for who only hears it.</summary>
    protected Markup ErrorHtml => new Markup().AddIf(
        Error is not null, $"<div class=\"utrecht-form-field-error-message\" id=\"{ErrorId}\"><span class=\"pm-verberg\">{words["Fout:"]} </span>{Error}</div>");

    /// <summary>The label's text, with "hoeft niet" when the answer may be left out.</summary>
    protected Markup LabelHtml => Markup.Of($"{words[Label]}").AddIf(Optional, $" <span class=\"pm-zacht\">({words["hoeft niet"]})</span>");

    /// <summary>The whole question around its control.</summary>
    protected void Render(TagHelperOutput output, IHtmlContent control) => output.Become(new Markup()
        .Add($"<div class=\"utrecht-form-field").AddIf(Error is not null, $" utrecht-form-field--invalid").Add($"\">")
        .Add($"<label class=\"utrecht-form-label\" for=\"{Id}\">{LabelHtml}</label>{HintHtml}{ErrorHtml}{control}</div>"));

    private string? HintId => Hint is null ? null : Id + "-uitleg";

    private string? ErrorId => Error is null ? null : Id + "-fout";
}

/// <summary>The ids of fields: the same for the field and for the error summary that links to it.</summary>
internal static class FieldIds
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");
}

using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A question with one answer out of a list that is too long to show.</summary>
[HtmlTargetElement("nl-select")]
public sealed class SelectTagHelper(Words words) : Field(words)
{
    /// <summary>The answers.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>The text of the first, empty answer: "Alle thema’s"; null leaves it out.</summary>
    public string? Empty { get; set; }

    /// <summary>None: what can be chosen has no length.</summary>
    protected override int? MaxLength => null;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var current = Current;
        Render(output, new Markup()
            .Add($"<select class=\"utrecht-select\"{ControlAttributes(output)}>")
            .AddIf(Empty is not null, $"<option value=\"\">{(Empty is null ? "" : Words[Empty])}</option>")
            .AddEach(Choices, (html, choice) => html
                .Add($"<option value=\"{choice.Value}\"").AddIf(choice.Value == current, $" selected").Add($">{Words[choice.Text]}")
                .AddIf(choice.Count is not null, $" ({Figure.Of(choice.Count ?? 0)})").Add($"</option>"))
            .Add($"</select>"));
    }
}

/// <summary>One answer to choose.</summary>
/// <param name="Value">What the form posts.</param>
/// <param name="Text">What the reader sees, in Dutch.</param>
/// <param name="Hint">One line that explains it.</param>
/// <param name="Count">How many results it gives.</param>
/// <param name="Lang">The language of the text when a writer wrote it, and the page is in another.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, int? Count = null, string? Lang = null);

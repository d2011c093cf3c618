using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A question with answers that are all shown: choose one (<c>nl-radios</c>) or any number (<c>nl-checkboxes</c>).</summary>
[HtmlTargetElement("nl-radios")]
[HtmlTargetElement("nl-checkboxes")]
public sealed class ChoicesTagHelper(Words words) : Field(words)
{
    /// <summary>The answers.</summary>
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>The chosen answers, when there is no property.</summary>
    public IEnumerable<string> Values { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (type, look) = context.TagName == "nl-radios" ? ("radio", "utrecht-radio-button") : ("checkbox", "utrecht-checkbox");
        var chosen = Chosen().ToHashSet(StringComparer.Ordinal);
        var place = 0;
        output.Become(new Markup()
            .Add($"<fieldset class=\"pm-vragen").AddIf(Error is not null, $" utrecht-form-field--invalid").Add($"\"")
            .Add($"{DescribedBy(new Markup())}><legend class=\"utrecht-form-label\">{LabelHtml}</legend>{HintHtml}{ErrorHtml}")
            .AddEach(Choices, (html, choice) =>
            {
                // The first answer carries the id of the field, so that the error summary lands on it.
                var id = place == 0 ? Id : FormattableString.Invariant($"{Id}-{place}");
                place++;
                html.Add($"<div class=\"pm-keuze\"><input class=\"{look}\" type=\"{type}\" id=\"{id}\" name=\"{FullName}\" value=\"{choice.Value}\"")
                    .AddIf(chosen.Contains(choice.Value), $" checked")
                    .AddIf(choice.Hint is not null, $" aria-describedby=\"{id}-regel\"")
                    .Add($"><div><label class=\"utrecht-form-label\" for=\"{id}\"").AddIf(choice.Lang is not null, $" lang=\"{choice.Lang}\"").Add($">{Words[choice.Text]}")
                    .AddIf(choice.Count is not null, $" <span class=\"pm-zacht\">({Figure.Of(choice.Count ?? 0)})</span>").Add($"</label>")
                    .AddIf(choice.Hint is not null, $"<p class=\"pm-klein pm-zacht\" id=\"{id}-regel\">{(choice.Hint is null ? "" : Words[choice.Hint])}</p>")
                    .Add($"</div></div>");
            })
            .Add($"</fieldset>"));
    }

    private IEnumerable<string> Chosen() => View.ModelState.TryGetValue(FullName, out var entry) && entry.RawValue is not null
        ? entry.RawValue as string[] ?? [entry.AttemptedValue ?? ""]
        : For?.Model switch
        {
            null => Value is null ? Values : [Value],
            string one => [one],
            IEnumerable<string> many => many,
            System.Collections.IEnumerable many => many.Cast<object>().Select(one => one.ToString() ?? ""),
            var one => [one.ToString() ?? ""],
        };
}

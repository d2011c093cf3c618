using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parelmuur.Adoption;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Joining.Uses;

/// <summary>The rows of a table with answers.</summary>
/// <remarks>Written at once: there may be five hundred, and elements per cell cost ten times as much.</remarks>
internal sealed class AnswerRows(AnswerPage page, UseWords say, Words words, string root)
{
    private readonly bool ends = page.Otherwise == UseAnswer.End;

    public Markup Html() => new Markup().AddEach(page.Asked.Index(), (html, each) => Row(html, each.Index, each.Item));

    private void Row(Markup html, int at, AskedUse asked)
    {
        var row = page.Form.Rows[at];
        var title = asked.Card?.Title ?? "";
        var (answer, reason, day) = (NameOf(at, nameof(row.Answer)), NameOf(at, nameof(row.Reason)), NameOf(at, nameof(row.On)));
        html.Add($"<tr><th scope=\"row\"><a class=\"utrecht-link\" href=\"{root}/oplossingen/{asked.Card?.Slug}\"").AddIf(Words.IsEnglish, $" lang=\"nl\"")
            .Add($">{title}</a><br><span class=\"pm-klein pm-zacht\">{say.State(asked.Use)} · {say.Proof(asked.Use)}</span>")
            .Add($"<input type=\"hidden\" name=\"{NameOf(at, nameof(row.Solution))}\" value=\"{row.Solution.ToString()}\">")
            .Add($"<input type=\"hidden\" name=\"{NameOf(at, nameof(row.Seen))}\" value=\"{row.Seen}\"></th>");
        html.Add($"<td><fieldset class=\"pm-vragen\"{Wrong(answer)}><legend class=\"pm-verberg\">{words["Klopt dit?"]} {title}</legend>{Error(answer)}");
        Choice(html, answer, 0, nameof(UseAnswer.Confirm), words["Klopt"], row.Answer);
        Choice(html, answer, 1, page.Otherwise.ToString(), ends ? words["Gestopt"] : words["Klopt niet"], row.Answer);
        Choice(html, answer, 2, "", words["Later"], row.Answer);
        html.Add($"</fieldset>");
        if (ends)
        {
            html.Add($"<label class=\"pm-klein\" for=\"{Id(day)}\">{words["Gestopt op"]}<span class=\"pm-verberg\"> {title}</span></label>")
                .Add($"{Error(day)}<input class=\"utrecht-textbox\" type=\"date\" max=\"{page.LatestDay}\" id=\"{Id(day)}\" name=\"{day}\" value=\"{row.On}\"{Wrong(day)}>");
        }

        html.Add($"<label class=\"pm-klein\" for=\"{Id(reason)}\">{words[ends ? "Waarom gestopt" : "Waarom niet"]}<span class=\"pm-verberg\"> {title}</span></label>")
            .Add($"{Error(reason)}<input class=\"utrecht-textbox\" maxlength=\"{UseLimits.ReasonLength}\" id=\"{Id(reason)}\" name=\"{reason}\" value=\"{row.Reason}\"{Wrong(reason)}></td></tr>\n");
    }

    // The first answer carries the id of the field, so that the error summary lands on it.
    private static void Choice(Markup html, string name, int place, string value, string text, string? chosen)
    {
        var id = place == 0 ? Id(name) : $"{Id(name)}-{place}";
        html.Add($"<div class=\"pm-vink\"><input class=\"utrecht-radio-button\" type=\"radio\" id=\"{id}\" name=\"{name}\" value=\"{value}\"")
            .AddIf((chosen ?? "") == value, $" checked").Add($"><label class=\"utrecht-form-label\" for=\"{id}\">{text}</label></div>");
    }

    private Markup Error(string name) => ErrorOf(name) is not { } error ? new() : Markup.Of(
        $"<div class=\"utrecht-form-field-error-message\" id=\"{Id(name)}-fout\"><span class=\"pm-verberg\">{words["Fout:"]} </span>{error}</div>");

    private Markup Wrong(string name) =>
        ErrorOf(name) is null ? new() : Markup.Of($" aria-describedby=\"{Id(name)}-fout\" aria-invalid=\"true\"");

    private string? ErrorOf(string name) =>
        page.ModelState.TryGetValue(name, out var entry) && entry.ValidationState == ModelValidationState.Invalid ? entry.Errors[0].ErrorMessage : null;

    private static string NameOf(int at, string field) => FormattableString.Invariant($"Form.Rows[{at}].{field}");

    private static string Id(string name) => TagBuilder.CreateSanitizedId(name, "_");
}

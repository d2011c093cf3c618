using System.Globalization;
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
    private readonly bool ends = page.Otherwise == UseAnswer.End, isWrong = !page.ModelState.IsValid;

    public Markup Html() => new Markup().AddEach(page.Asked.Index(), (html, each) => Row(html, each.Index, each.Item));

    private void Row(Markup html, int at, AskedUse asked)
    {
        var row = page.Form.Rows[at];
        var title = asked.Card?.Title ?? "";
        var (answer, reason) = (FieldOf(at, nameof(row.Answer)), FieldOf(at, nameof(row.Reason)));
        html.Add($"<tr><th scope=\"row\"><a class=\"utrecht-link\" href=\"{root}/oplossingen/{asked.Card?.Slug}\"").AddIf(Words.IsEnglish, $" lang=\"nl\"")
            .Add($">{title}</a><br><span class=\"pm-klein pm-zacht\">{say.State(asked.Use)} · {say.Proof(asked.Use)}</span>")
            .Add($"<input type=\"hidden\" name=\"{NameOf(at, nameof(row.Solution))}\" value=\"{row.Solution.ToString()}\">")
            .Add($"<input type=\"hidden\" name=\"{NameOf(at, nameof(row.Seen))}\" value=\"{row.Seen}\"></th>");
        html.Add($"<td><fieldset class=\"pm-vragen\"{Wrong(answer)}><legend class=\"pm-verberg\">{words["Klopt dit?"]} {title}</legend>{Error(answer)}");
        // The first answer carries the id of the field, so that the error summary lands on it.
        Choice(html, answer, answer.Id, nameof(UseAnswer.Confirm), words["Klopt"], row.Answer);
        Choice(html, answer, $"{answer.Id}-1", page.Otherwise.ToString(), ends ? words["Gestopt"] : words["Klopt niet"], row.Answer);
        Choice(html, answer, $"{answer.Id}-2", "", words["Later"], row.Answer);
        html.Add($"</fieldset>");
        if (ends)
        {
            var day = FieldOf(at, nameof(row.On));
            html.Add($"<label class=\"pm-klein\" for=\"{day.Id}\">{words["Gestopt op"]}<span class=\"pm-verberg\"> {title}</span></label>")
                .Add($"{Error(day)}<input class=\"utrecht-textbox\" type=\"date\" max=\"{page.LatestDay}\" id=\"{day.Id}\" name=\"{day.Name}\" value=\"{row.On}\"{Wrong(day)}>");
        }

        html.Add($"<label class=\"pm-klein\" for=\"{reason.Id}\">{words[ends ? "Waarom gestopt" : "Waarom niet"]}<span class=\"pm-verberg\"> {title}</span></label>")
            .Add($"{Error(reason)}<input class=\"utrecht-textbox\" maxlength=\"{UseLimits.ReasonLength}\" id=\"{reason.Id}\" name=\"{reason.Name}\" value=\"{row.Reason}\"{Wrong(reason)}></td></tr>\n");
    }

    private static void Choice(Markup html, Field field, string id, string value, string text, string? chosen) => html
        .Add($"<div class=\"pm-vink\"><input class=\"utrecht-radio-button\" type=\"radio\" id=\"{id}\" name=\"{field.Name}\" value=\"{value}\"")
        .AddIf((chosen ?? "") == value, $" checked").Add($"><label class=\"utrecht-form-label\" for=\"{id}\">{text}</label></div>");

    private Markup? Error(Field field) => field.Error is not { } error ? null : Markup.Of(
        $"<div class=\"utrecht-form-field-error-message\" id=\"{field.Id}-fout\"><span class=\"pm-verberg\">{words["Fout:"]} </span>{error}</div>");

    private static Markup? Wrong(Field field) =>
        field.Error is null ? null : Markup.Of($" aria-describedby=\"{field.Id}-fout\" aria-invalid=\"true\"");

    private Field FieldOf(int at, string field)
    {
        var name = NameOf(at, field);
        return new(name, TagBuilder.CreateSanitizedId(name, "_"), isWrong ? ErrorOf(name) : null);
    }

    private string? ErrorOf(string name) =>
        page.ModelState.TryGetValue(name, out var entry) && entry.ValidationState == ModelValidationState.Invalid ? entry.Errors[0].ErrorMessage : null;

    private static string NameOf(int at, string field) => string.Create(CultureInfo.InvariantCulture, $"Form.Rows[{at}].{field}");

    private readonly record struct Field(string Name, string Id, string? Error);
}

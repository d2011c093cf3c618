using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>The filters of a list, folded on a phone. Stands in a form that gets; other fields and the button are its content.</summary>
/// <remarks>A facet with many answers shows the first eight and every chosen one; the rest unfolds.</remarks>
[HtmlTargetElement("nl-facets")]
public sealed class FacetsTagHelper(Words words) : TagHelper
{
    private const int ShownAtOnce = 8;

    /// <summary>The filters.</summary>
    public IReadOnlyList<Facet> Facets { get; set; } = [];

    /// <summary>How they stand: boxes to tick in a column, or drop-downs in a row.</summary>
    public FacetsLook Look { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var chosen = Facets.Sum(facet => facet.Options.Count(option => option.Chosen));
        output.Become(new Markup()
            .Add($"<details class=\"pm-vouw\"><summary>{words["Filters"]}").AddIf(chosen > 0, $" ({chosen})")
            .Add($"</summary><div class=\"{(Look == FacetsLook.Row ? "pm-filter" : "pm-filters")}\">")
            .AddEach(Facets, Look == FacetsLook.Row ? DropDown : Boxes)
            .Add($"{content}</div></details>"));
    }

    private void DropDown(Markup html, Facet facet)
    {
        html.Add($"<div class=\"utrecht-form-field\"><label class=\"utrecht-form-label\" for=\"f-{facet.Name}\">{words[facet.Label]}</label>")
            .Add($"<select class=\"utrecht-select\" id=\"f-{facet.Name}\" name=\"{facet.Name}\"><option value=\"\">{words["Alles"]}</option>")
            .AddEach(facet.Options, (list, option) => list
                .Add($"<option value=\"{option.Value}\"").AddIf(option.Chosen, $" selected")
                .Add($">{words[option.Text]} ({Figure.Of(option.Count)})</option>"))
            .Add($"</select></div>");
    }

    private void Boxes(Markup html, Facet facet)
    {
        var ordered = facet.Options.OrderByDescending(option => option.Chosen).ToList();
        html.Add($"<fieldset class=\"pm-facet\"><legend class=\"utrecht-heading-4\">{words[facet.Label]}</legend><ul class=\"pm-lijst\">")
            .AddEach(ordered.Take(ShownAtOnce), (list, option) => Box(list, facet, option)).Add($"</ul>");
        if (ordered.Count > ShownAtOnce)
            html.Add($"<details><summary>{words["Nog {0}", ordered.Count - ShownAtOnce]}</summary><ul class=\"pm-lijst\">")
                .AddEach(ordered.Skip(ShownAtOnce), (list, option) => Box(list, facet, option)).Add($"</ul></details>");
        html.Add($"</fieldset>");
    }

    private void Box(Markup html, Facet facet, FacetOption option) => html
        .Add($"<li><label class=\"pm-vink\"><input class=\"utrecht-checkbox\" type=\"checkbox\" name=\"{facet.Name}\" value=\"{option.Value}\"")
        .AddIf(option.Chosen, $" checked").Add($"><span>{words[option.Text]} <span class=\"pm-zacht\">({Figure.Of(option.Count)})</span></span></label></li>");
}

/// <summary>One filter.</summary>
/// <param name="Name">The name that the form sends.</param>
/// <param name="Label">What it filters on, in Dutch.</param>
/// <param name="Options">The answers, in order.</param>
public sealed record Facet(string Name, string Label, IReadOnlyList<FacetOption> Options);

/// <summary>One answer of a filter.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the reader sees, in Dutch.</param>
/// <param name="Count">How many results it gives.</param>
/// <param name="Chosen">Whether it is on now.</param>
public sealed record FacetOption(string Value, string Text, int Count, bool Chosen = false);

/// <summary>How filters stand.</summary>
public enum FacetsLook
{
    /// <summary>Boxes to tick, in a column: more than one answer per filter.</summary>
    Column,

    /// <summary>Drop-downs in a row above the list: one answer per filter.</summary>
    Row,
}

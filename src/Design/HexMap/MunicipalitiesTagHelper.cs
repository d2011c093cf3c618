using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>The municipalities of a map by province, folded away: the map as text.</summary>
[HtmlTargetElement("nl-municipalities")]
public sealed class MunicipalitiesTagHelper(Words words) : TagHelper
{
    /// <summary>What to unfold: "Lees alle {0} gemeenten", in Dutch; {0} becomes the number.</summary>
    public string Summary { get; set; } = "Lees alle {0} gemeenten";

    /// <summary>The municipalities per province.</summary>
    public IReadOnlyList<ProvinceList> Provinces { get; set; } = [];

    /// <summary>What stands before each address.</summary>
    public string Root { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var count = Provinces.Sum(province => province.Municipalities.Count);
        if (count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Become(new Markup()
            .Add($"<details><summary>{words[Summary, count]}</summary><dl class=\"pm-provincies\">")
            .AddEach(Provinces.Where(province => province.Municipalities.Count > 0), (html, province) => html
                .Add($"<dt>{province.Name} ({province.Municipalities.Count})</dt><dd><ul>")
                .AddEach(province.Municipalities, (list, municipality) => list.Add($"<li>{municipality.Under(Root)}</li>"))
                .Add($"</ul></dd>"))
            .Add($"</dl></details>"));
    }
}

/// <summary>The municipalities of one province.</summary>
public sealed record ProvinceList(string Name, IReadOnlyList<NamedLink> Municipalities);

/// <summary>A name that may be a link.</summary>
/// <param name="Text">The name.</param>
/// <param name="Url">The address, complete unless who shows it puts a root before it; null is a name without link.</param>
public sealed record NamedLink(string Text, string? Url = null) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (Url is null)
        {
            encoder.Encode(writer, Text);
            return;
        }

        writer.Write("<a class=\"utrecht-link\" href=\"");
        encoder.Encode(writer, Url);
        writer.Write("\">");
        encoder.Encode(writer, Text);
        writer.Write("</a>");
    }

    /// <summary>The same on a site, or in a language, whose addresses begin with a root.</summary>
    internal NamedLink Under(string root) => root.Length == 0 || Url is null ? this : this with { Url = root + Url };
}

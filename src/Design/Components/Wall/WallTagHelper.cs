using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>The wall: solutions as cards, as a dense list, or as huge cards for a screen in a hall.</summary>
[HtmlTargetElement("nl-wall")]
public sealed class WallTagHelper(Words words, Assets assets) : TagHelper
{
    /// <summary>The page to draw on.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>The solutions, in order.</summary>
    public IReadOnlyList<CardModel> Cards { get; set; } = [];

    /// <summary>How they stand.</summary>
    public WallLook Look { get; set; }

    /// <summary>The level of the titles among the headings of the page.</summary>
    public int Level { get; set; } = 3;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = View.HttpContext.Request;
        output.Become(new Markup()
            .Add($"<ul class=\"{ListClass}\">")
            .AddEach(Cards, (html, card) => html.Add($"<li>{Item(card, $"{request.Scheme}://{request.Host}{card.Url}")}</li>"))
            .Add($"</ul>"));
    }

    private string ListClass => Look switch { WallLook.List => "pm-lijst pm-rijtjes", WallLook.Screen => "pm-schermmuur", _ => "pm-muur" };

    private Markup Item(CardModel card, string address) => Look switch
    {
        WallLook.List => CardRow.Html(card, Level, words),
        WallLook.Screen => BigCard.Html(card, Level, address, words, assets),
        _ => CardTagHelper.Html(card, Level, words, assets),
    };
}

/// <summary>How the solutions stand on the wall.</summary>
public enum WallLook
{
    /// <summary>As cards.</summary>
    Cards,

    /// <summary>As a dense list.</summary>
    List,

    /// <summary>As huge cards with a QR code, for a screen in a hall. Use it with the layout <c>_Bare</c>.</summary>
    Screen,
}

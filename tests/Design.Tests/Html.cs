using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design.Tests;

/// <summary>Runs one component and reads what it wrote.</summary>
internal static class Html
{
    public static Words Words { get; } = new([typeof(Assets).Assembly]);

    public static Assets Assets { get; } = new([new Grid()]);

    public static IElement Parse(string html) => new HtmlParser().ParseDocument(html).Body!;

    public static async Task<IElement> Of(TagHelper component, string content = "", string tag = "nl-x", string? classes = null)
    {
        var inner = new DefaultTagHelperContent();
        inner.SetHtmlContent(content);
        var output = new TagHelperOutput(tag, classes is null ? [] : [new("class", classes)], (_, _) => Task.FromResult<TagHelperContent>(inner));
        var context = new TagHelperContext(tag, [], new Dictionary<object, object>(), "test");
        component.Init(context);
        await component.ProcessAsync(context, output);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return Parse(writer.ToString());
    }

    /// <summary>Reads as this culture until disposed; it follows the test through its awaits.</summary>
    public static IDisposable In(string culture) => new CultureScope(culture);

    private sealed class CultureScope : IDisposable
    {
        private readonly CultureInfo before = CultureInfo.CurrentUICulture;

        public CultureScope(string culture) => Set(new CultureInfo(culture));

        public void Dispose() => Set(before);

        private static void Set(CultureInfo culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
    }
}

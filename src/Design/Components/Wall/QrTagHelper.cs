using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Parelmuur.Design;

/// <summary>A QR code that opens an address with a phone, drawn in the page.</summary>
[HtmlTargetElement("nl-qr")]
public sealed class QrTagHelper : TagHelper
{
    /// <summary>The address, with scheme and host.</summary>
    public string Address { get; set; } = "";

    /// <summary>What it opens, in the reader's language.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Html(Address, Label));

    internal static Markup Html(string address, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        return Markup.Of($"<svg class=\"pm-qr\" viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"{label}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"{Runs(code)}\"/></svg>");
    }

    /// <summary>The dark modules, each row of neighbours as one bar.</summary>
    private static string Runs(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var start = x;
                while (x < row.Count && row[x])
                    x++;
                if (x > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h{start - x}z");
            }
        }

        return path.ToString();
    }
}

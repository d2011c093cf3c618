using System.Text;
using System.Xml;

namespace Parelmuur.Search.Documents;

/// <summary>Takes the text out of a document's XML, paragraph by paragraph.</summary>
internal sealed class MarkupText(Markup markup, Func<Exception> tooMuch)
{
    private const int Deepest = 1_000;
    private const int LongestText = 10_000_000;

    private readonly StringBuilder text = new();
    private int holdingDepth;

    /// <summary>Reads to the end.</summary>
    public string Read(XmlReader xml)
    {
        var more = xml.Read();
        while (more)
        {
            if (xml.Depth > Deepest || text.Length > LongestText)
                throw tooMuch();
            if (xml.NodeType == XmlNodeType.Element && markup.Hides(xml.NamespaceURI, xml.LocalName))
            {
                xml.Skip();
                more = !xml.EOF;
                continue;
            }

            Take(xml);
            more = xml.Read();
        }

        return text.ToString().Trim('\n', '\t', ' ');
    }

    private void Take(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                text.Append(markup.Stands(xml.NamespaceURI, xml.LocalName));
                if (!xml.IsEmptyElement && markup.HoldsText(xml.NamespaceURI, xml.LocalName))
                    holdingDepth++;
                break;
            case XmlNodeType.EndElement when markup.HoldsText(xml.NamespaceURI, xml.LocalName):
                holdingDepth--;
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA
                when holdingDepth > 0:
                text.Append(xml.Value);
                break;
        }
    }
}

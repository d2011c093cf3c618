namespace Parelmuur.Search.Documents;

/// <summary>What the elements of a kind of document mean for its text.</summary>
internal abstract class Markup
{
    /// <summary>Whether text inside this element is for the reader.</summary>
    public abstract bool HoldsText(string ns, string name);

    /// <summary>Whether nothing in this element is for the reader.</summary>
    public abstract bool Hides(string ns, string name);

    /// <summary>What the element stands for by itself: a line end, a tab, a space, or nothing.</summary>
    public abstract string Stands(string ns, string name);
}

/// <summary>The elements of a Word document.</summary>
internal sealed class WordMarkup : Markup
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public override bool HoldsText(string ns, string name) => IsWord(ns) && name == "t";

    // Deleted text, and the copy of a text box for old programs.
    public override bool Hides(string ns, string name) =>
        (IsWord(ns) && name is "del" or "moveFrom") || (ns == Compatibility && name == "Fallback");

    public override string Stands(string ns, string name) => !IsWord(ns) ? "" : name switch
    {
        "p" or "br" or "cr" => "\n",
        "tab" or "tc" => "\t",
        "noBreakHyphen" => "-",
        _ => "",
    };

    private static bool IsWord(string ns) => ns is Transitional or Strict;
}

/// <summary>The elements of an OpenDocument text.</summary>
internal sealed class OpenMarkup : Markup
{
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    public override bool HoldsText(string ns, string name) => ns == Text && name is "p" or "h";

    public override bool Hides(string ns, string name) =>
        (ns == Text && name == "tracked-changes") || (ns == Office && name is "annotation" or "scripts" or "forms");

    public override string Stands(string ns, string name) => (ns, name) switch
    {
        (Text, "p" or "h" or "line-break") => "\n",
        (Text, "tab") or (Table, "table-cell") => "\t",
        (Text, "s") => " ",
        _ => "",
    };
}

using System.Text;

namespace Parelmuur.Kernel.Mails;

/// <summary>Makes a text fit for a mail: lines of at most 76 characters, as every reader shows them well.</summary>
internal static class MailText
{
    private const int Width = 76;

    /// <summary>Wraps between words. An address of a page stays whole, so that it can be clicked.</summary>
    public static string Wrap(string text)
    {
        var wrapped = new StringBuilder(text.Length + 64);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            AppendWrapped(wrapped, Clean(line));
        return wrapped.ToString().Trim('\r', '\n') + "\r\n";
    }

    private static string Clean(string line) =>
        string.Concat(line.Where(letter => letter == '\t' || !char.IsControl(letter)));

    private static void AppendWrapped(StringBuilder wrapped, string line)
    {
        var indent = Indent(line);
        while (line.Length > Width && BreakIn(line, indent.Length) is > 0 and var end)
        {
            wrapped.Append(line.AsSpan(0, end)).Append("\r\n");
            line = indent + line[(end + 1)..].TrimStart(' ');
        }

        wrapped.Append(line).Append("\r\n");
    }

    // The rest of an item of a list stands below its text.
    private static string Indent(string line)
    {
        var spaces = line.Length - line.TrimStart(' ').Length;
        if (line.AsSpan(spaces) is ['-' or '*', ' ', ..])
            spaces += 2;
        return new string(' ', Math.Min(spaces, Width / 2));
    }

    // The last space that fits; when the first word does not fit, the space behind it.
    private static int BreakIn(string line, int indent)
    {
        var fits = line.LastIndexOf(' ', Width, Width - indent);
        return fits > indent ? fits : line.IndexOf(' ', Width);
    }
}

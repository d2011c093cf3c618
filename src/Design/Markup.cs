using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Parelmuur.Design;

/// <summary>HTML that is written as an interpolated text in which every value is encoded by itself.</summary>
/// <remarks>
/// The fixed parts of the text are HTML as typed in the source; values in braces are encoded,
/// except other HTML content. So a hostile title can never become markup. Nothing is copied: this only remembers what to write,
/// and a text without special signs is its own encoding. A block that holds half the page costs no more than its own tags.
/// </remarks>
/// <example><c>new Markup().Add($"&lt;p class=\"pm-klein\"&gt;{title}&lt;/p&gt;")</c></example>
public sealed class Markup : IHtmlContent
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Texts that are HTML already, and HTML that was made elsewhere.
    private readonly List<object> parts = [];

    /// <summary>HTML of one interpolated text.</summary>
    public static Markup Of(Piece piece) => piece.Into;

    /// <summary>Adds HTML to the end.</summary>
    public Markup Add([InterpolatedStringHandlerArgument("")] Piece piece)
    {
        _ = piece;
        return this;
    }

    /// <summary>Adds HTML to the end when the condition holds; otherwise its values are not even computed.</summary>
    public Markup AddIf(bool condition, [InterpolatedStringHandlerArgument("", nameof(condition))] ConditionalPiece piece) => this;

    /// <summary>Adds what <paramref name="write"/> adds for each item.</summary>
    public Markup AddEach<T>(IEnumerable<T> items, Action<Markup, T> write)
    {
        foreach (var item in items)
            write(this, item);
        return this;
    }

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var part in parts)
        {
            if (part is string text)
                writer.Write(text);
            else
                ((IHtmlContent)part).WriteTo(writer, encoder);
        }
    }

    /// <inheritdoc />
    public override string ToString()
    {
        if (parts is [string only])
            return only;
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        WriteTo(writer, Encoder);
        return writer.ToString();
    }

    // Before, between and after the values there may be fixed parts.
    private void Expect(int values) => parts.EnsureCapacity(parts.Count + (2 * values) + 1);

    private void Literal(string html) => parts.Add(html);

    private void Value(string? value)
    {
        if (!string.IsNullOrEmpty(value))
            parts.Add(Encoder.Encode(value));
    }

    private void Value(int value) => parts.Add(value.ToString(CultureInfo.InvariantCulture));

    private void Value(IHtmlContent? html)
    {
        if (html is not null)
            parts.Add(html);
    }

    /// <summary>The parts of one interpolated text, as the compiler hands them over.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly Markup into;

        /// <summary>Starts new HTML.</summary>
        public Piece(int literalLength, int values) : this(literalLength, values, new Markup())
        {
        }

        /// <summary>Goes on with HTML.</summary>
        public Piece(int literalLength, int values, Markup into)
        {
            this.into = into;
            into.Expect(values);
        }

        internal Markup Into => into;

        /// <summary>Adds fixed HTML.</summary>
        public void AppendLiteral(string html) => into.Literal(html);

        /// <summary>Adds text, encoded.</summary>
        public void AppendFormatted(string? value) => into.Value(value);

        /// <summary>Adds a whole number, without separators.</summary>
        public void AppendFormatted(int value) => into.Value(value);

        /// <summary>Adds HTML as it is.</summary>
        public void AppendFormatted(IHtmlContent? html) => into.Value(html);
    }

    /// <summary>As <see cref="Piece"/>, but only when a condition holds.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct ConditionalPiece
    {
        private readonly Markup into;

        /// <summary>Starts the text when <paramref name="condition"/> holds.</summary>
        public ConditionalPiece(int literalLength, int values, Markup into, bool condition, out bool goOn)
        {
            this.into = into;
            goOn = condition;
            if (condition)
                into.Expect(values);
        }

        /// <inheritdoc cref="Piece.AppendLiteral" />
        public void AppendLiteral(string html) => into.Literal(html);

        /// <inheritdoc cref="Piece.AppendFormatted(string?)" />
        public void AppendFormatted(string? value) => into.Value(value);

        /// <inheritdoc cref="Piece.AppendFormatted(int)" />
        public void AppendFormatted(int value) => into.Value(value);

        /// <inheritdoc cref="Piece.AppendFormatted(IHtmlContent?)" />
        public void AppendFormatted(IHtmlContent? html) => into.Value(html);
    }
}

namespace Parelmuur.Design;

/// <summary>Marks text in another language than the page, so that it is spoken well.</summary>
internal static class Language
{
    /// <summary>The attribute for content in this language, or nothing when the page has the same.</summary>
    public static Markup? Attribute(string? language) =>
        language is null || language == PageHead.Language ? null : Markup.Of($" lang=\"{language}\"");
}

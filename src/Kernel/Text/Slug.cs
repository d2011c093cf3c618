using System.Text;

namespace Parelmuur.Kernel.Text;

/// <summary>The readable part of a permanent address: "Woo in één keer goed" becomes "woo-in-een-keer-goed".</summary>
public static class Slug
{
    /// <summary>The longest slug, in characters.</summary>
    public const int MaxLength = 90;

    /// <summary>Makes a slug of a title.</summary>
    /// <returns>
    /// Lower-case letters a–z, digits and single hyphens, at most <see cref="MaxLength"/> long;
    /// "oplossing" when the title holds no letter or digit.
    /// </returns>
    public static string From(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var letter in Fold.Text(title))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-' && letter is not ('\'' or '’'))
                slug.Append('-');
            if (slug.Length == MaxLength)
                break;
        }

        var result = slug.ToString().Trim('-');
        return result.Length == 0 ? "oplossing" : result;
    }

    /// <summary>Gives the first of slug, slug-2, slug-3 … that is free.</summary>
    public static string Unique(string slug, Func<string, bool> taken)
    {
        if (!taken(slug))
            return slug;
        var stem = slug[..Math.Min(slug.Length, MaxLength - 5)];
        var number = 2;
        while (taken($"{stem}-{number}"))
            number++;
        return $"{stem}-{number}";
    }
}

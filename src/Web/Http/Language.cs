using System.Globalization;

namespace Parelmuur.Web.Http;

/// <summary>Dutch at the root of the site, English under <c>/en</c>; the rest of the address is the same.</summary>
internal static class Language
{
    private static readonly CultureInfo Dutch = new("nl-NL"), English = new("en-GB");

    /// <summary>Sets the language of the request and moves <c>/en</c> to the path base, so that every link keeps it.</summary>
    public static void UseLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isEnglish = context.Request.Path.StartsWithSegments("/en", StringComparison.Ordinal, out var rest);
        if (isEnglish)
        {
            context.Request.PathBase = context.Request.PathBase.Add("/en");
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = isEnglish ? English : Dutch;
        return next(context);
    });
}

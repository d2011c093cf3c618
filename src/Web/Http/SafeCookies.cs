using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Design;

namespace Parelmuur.Web.Http;

/// <summary>Cookies go over a safe connection only, belong to this host, and cannot be read by script.</summary>
/// <remarks>
/// Set here, and not per cookie: behind a proxy the request itself may arrive without TLS. Browsers treat localhost as safe.
/// </remarks>
internal static class SafeCookies
{
    /// <summary>The field of a form that proves that this site drew it for this person.</summary>
    public const string FormField = "formulier";

    /// <summary>Protects forms with a token in a cookie of its own.</summary>
    public static IServiceCollection AddFormTokens(this IServiceCollection services) => services.Configure<CookieTempDataProviderOptions>(
        told => told.Cookie.Name = FormPage.SavedCookie).AddSingleton<IAntiforgeryAdditionalDataProvider, TokenOfPerson>().AddAntiforgery(token =>
    {
        token.Cookie.Name = "__Host-formulier";
        token.FormFieldName = FormField;
        token.SuppressXFrameOptionsHeader = true; // SecurityHeaders says more.
    });

    public static void UseSafeCookies(this IApplicationBuilder app) => app.UseCookiePolicy(new CookiePolicyOptions
    {
        Secure = CookieSecurePolicy.Always,
        HttpOnly = HttpOnlyPolicy.Always,
        MinimumSameSitePolicy = SameSiteMode.Lax,
        // The prefix __Host- asks for the whole site; the language in the address would otherwise become the path.
        OnAppendCookie = cookie => cookie.CookieOptions.Path = "/",
        OnDeleteCookie = cookie => cookie.CookieOptions.Path = "/",
    });
}

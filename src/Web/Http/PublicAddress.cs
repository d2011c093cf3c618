using Parelmuur.Kernel.Modules;

namespace Parelmuur.Web.Http;

/// <summary>The address under which people reach the site, as whoever runs it says in the setting <c>PublicAddress</c>.</summary>
/// <remarks>
/// Behind a proxy the site itself sees another address. With the setting every address that leaves the site, on paper, in
/// the API or in a publiccode.yml, is this one, whatever a request says.
/// </remarks>
internal static class PublicAddress
{
    /// <summary>The address; null when nobody gave one.</summary>
    /// <exception cref="InvalidOperationException">The setting is no address of a site.</exception>
    public static Uri? Of(IConfiguration settings)
    {
        if (settings[SiteAddress.Setting] is not { Length: > 0 } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { AbsolutePath: "/", Scheme: "https" or "http" }
            ? address
            : throw new InvalidOperationException($"{SiteAddress.Setting} is no address of a site, such as https://parelmuur.example: {text}");
    }

    /// <summary>Lets every request see that address.</summary>
    public static void UsePublicAddress(this IApplicationBuilder app)
    {
        if (Of(app.ApplicationServices.GetRequiredService<IConfiguration>()) is not { } address)
            return;
        var host = HostString.FromUriComponent(address);
        app.Use((context, next) =>
        {
            (context.Request.Scheme, context.Request.Host) = (address.Scheme, host);
            return next(context);
        });
    }
}

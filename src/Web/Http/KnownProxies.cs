using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Web.Http;

/// <summary>Behind a proxy the proxy tells who asks and how; only those in the setting KnownProxies are believed.</summary>
internal static class KnownProxies
{
    /// <summary>Addresses or networks of proxies that may tell who asks, with a space or comma between: 127.0.0.1 10.1.0.0/16.</summary>
    [Setting(Otherwise = "none: behind a proxy all readers share one rate limit")]
    private const string Setting = "KnownProxies";

    /// <summary>Takes the address and the scheme of the reader from a proxy that is known; without setting from nobody.</summary>
    public static void UseKnownProxies(this IApplicationBuilder app)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        var known = app.ApplicationServices.GetRequiredService<IConfiguration>()[Setting] ?? "";
        foreach (var proxy in known.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            options.KnownIPNetworks.Add(Network(proxy));
        if (options.KnownIPNetworks.Count > 0)
            app.UseForwardedHeaders(options);
    }

    private static System.Net.IPNetwork Network(string proxy) =>
        System.Net.IPNetwork.TryParse(proxy, out var network) ? network
        : IPAddress.TryParse(proxy, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"{Setting}: '{proxy}' is geen adres en geen netwerk. Bijvoorbeeld: 10.0.0.5, 10.1.0.0/16");
}

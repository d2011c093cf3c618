using System.Globalization;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Web.Http;

/// <summary>Where somebody who found a weakness can tell it, as RFC 9116 asks; there when the setting SecurityContact is.</summary>
internal static class SecurityText
{
    private const string Path = "/.well-known/security.txt";

    /// <summary>A mail address or https address for who found a weakness; it stands in /.well-known/security.txt.</summary>
    [Setting(Otherwise = "no such file")]
    private const string Setting = "SecurityContact";

    // The standard asks for less than a year; a site that nobody runs any more goes out of date by itself.
    private static readonly TimeSpan Holds = TimeSpan.FromDays(180);

    /// <summary>Serves the file.</summary>
    /// <exception cref="OptionsValidationException">The setting is neither a mail address nor an address of the web.</exception>
    public static void MapSecurityText(this WebApplication app)
    {
        if (app.Configuration[Setting] is not { Length: > 0 } contact)
            return;
        var address = contact.Contains('@', StringComparison.Ordinal) && !contact.Contains(':', StringComparison.Ordinal) ? $"mailto:{contact}" : contact;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var known) || known.Scheme is not ("mailto" or "https") || address.AsSpan().ContainsAny('\r', '\n', ' '))
            throw new OptionsValidationException(Setting, typeof(string), [$"{Setting} is geen mailadres en geen https-adres: {contact}"]);
        app.MapGet(Path, (SiteAddress site, TimeProvider time) => Results.Text(
            $"""
            Contact: {address}
            Expires: {(time.GetUtcNow() + Holds).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture)}
            Preferred-Languages: nl, en
            Canonical: {site.Of(Path.TrimStart('/'))}

            """.ReplaceLineEndings("\n"), MediaTypeNames.Text.Plain, Encoding.UTF8)).AllowAnonymous();
    }
}

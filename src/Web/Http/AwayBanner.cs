using System.IO.Compression;
using System.Net.Mime;
using System.Text;
using Microsoft.Net.Http.Headers;
using Parelmuur.Design;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Web.Http;

/// <summary>While the database is away pages come from memory, as they were; a banner says so.</summary>
internal static class AwayBanner
{
    private const string Before = "<main ";

    /// <summary>Comes around the cache of pages, because that keeps them as they were made.</summary>
    public static void UseAwayBanner(this WebApplication app)
    {
        var pulse = app.Services.GetRequiredService<LedgerPulse>();
        app.Use((context, next) => pulse.IsAway && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            ? AddAsync(context, next)
            : next(context));
    }

    private static async Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        var to = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = to;
        }

        if (response.ContentType?.StartsWith(MediaTypeNames.Text.Html, StringComparison.Ordinal) == true && page.Length > 0)
            await WriteAsync(context, page);
        else
            await page.WriteToAsync(to, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, MemoryStream page)
    {
        page.Position = 0;
        await using Stream unpacked = context.Response.Headers.ContentEncoding.ToString() switch
        {
            "br" => new BrotliStream(page, CompressionMode.Decompress),
            "gzip" => new GZipStream(page, CompressionMode.Decompress),
            _ => page,
        };
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        var html = await reader.ReadToEndAsync(context.RequestAborted);
        var bytes = Encoding.UTF8.GetBytes(html.Replace(Before, Away.Banner(context.RequestServices.GetRequiredService<Words>()) + Before, StringComparison.Ordinal));
        context.Response.Headers.Remove(HeaderNames.ContentEncoding);
        context.Response.Headers.Remove(HeaderNames.ETag);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static Task WriteToAsync(this MemoryStream page, Stream to, CancellationToken cancellation)
    {
        page.Position = 0;
        return page.CopyToAsync(to, cancellation);
    }
}

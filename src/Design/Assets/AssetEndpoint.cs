using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Parelmuur.Design;

/// <summary>Answers a request for an asset from memory, in the smallest form the browser takes.</summary>
internal static class AssetEndpoint
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static Task Get(HttpContext context, string name, Assets assets)
    {
        var response = context.Response;
        if (assets.Find(name) is not { } asset)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        response.Headers.CacheControl = ForEver;
        response.Headers.ETag = asset.ETag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.IfNoneMatch == asset.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (encoding, body) = Choose(asset, context.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        response.ContentType = asset.ContentType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static (string? Encoding, byte[] Body) Choose(Asset asset, string accepted) =>
        Accepts(accepted, "br") && asset.Brotli is { } brotli ? ("br", brotli)
        : Accepts(accepted, "gzip") && asset.Gzip is { } gzip ? ("gzip", gzip)
        : (null, asset.Plain);

    private static bool Accepts(string accepted, string encoding)
    {
        foreach (var range in accepted.AsSpan().Split(','))
        {
            var part = accepted.AsSpan(range).Trim();
            if (part.StartsWith(encoding, StringComparison.OrdinalIgnoreCase)
                && !part.EndsWith("q=0", StringComparison.OrdinalIgnoreCase)
                && (part.Length == encoding.Length || part[encoding.Length] is ';' or ' '))
                return true;
        }

        return false;
    }
}

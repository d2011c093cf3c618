using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Parelmuur.Kernel.Files;

/// <summary>Sends a stored file in a sandbox: whatever is in it, the site is out of reach.</summary>
public static class FileResponse
{
    /// <summary>The file, or the part of it that is asked for. Images are shown, everything else is saved.</summary>
    /// <param name="files">The store.</param>
    /// <param name="file">The file; who may see it is asked before.</param>
    /// <param name="context">The request.</param>
    /// <param name="cacheControl">Who may keep it, and for how long.</param>
    public static IResult Send(this FileStore files, FileFacts file, HttpContext context, string cacheControl)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = cacheControl;
        var disposition = new ContentDispositionHeaderValue(FileKind.IsImageType(file.Type) ? "inline" : DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        return Results.Stream(
            files.Open(file), file.Type, fileDownloadName: null, file.Stored,
            new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }
}

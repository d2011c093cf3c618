using System.Net.Mime;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace Parelmuur.Web.Http;

/// <summary>Takes the sign with number zero out of forms before anything reads them, and refuses other alphabets than UTF-8.</summary>
/// <remarks>
/// The framework refuses a whole form for it, and with the form goes all that somebody typed. Nobody can type the sign, but
/// text that is pasted may hold it. A form with files brings it to <see cref="TextBinder"/>.
/// </remarks>
internal static class FormBodies
{
    private const byte Percent = (byte)'%', Digit = (byte)'0';

    /// <summary>Comes after routing and the limits: only what an address takes is read.</summary>
    public static void UseFormBodies(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The page of an error goes this way again, with a body that was read before or is of no use.
        if (context.GetEndpoint() is null || context.Request.Body is CleanBody || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type))
        {
            return next(context);
        }

        if (!IsUtf8(type))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return type.MediaType.Equals(MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase)
            ? CleanAsync(context, next) : next(context);
    });

    /// <summary>Whether a body is in UTF-8, as every browser sends it. Of some other alphabets the framework fails when it looks them up.</summary>
    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static async Task CleanAsync(HttpContext context, RequestDelegate next)
    {
        var body = new CleanBody();
        context.Response.RegisterForDispose(body);
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.SetLength(WithoutZeros(body.GetBuffer().AsSpan(0, (int)body.Length)));
        body.Position = 0;
        (context.Request.Body, context.Request.ContentLength) = (body, body.Length);
        await next(context);
    }

    // What closes up may be a zero again: %%0000.
    private static int WithoutZeros(Span<byte> form)
    {
        var length = 0;
        foreach (var sign in form)
        {
            if (sign == 0)
                continue;
            form[length++] = sign;
            if (length > 2 && sign == Digit && form[length - 2] == Digit && form[length - 3] == Percent)
                length -= 3;
        }

        return length;
    }

    private sealed class CleanBody : MemoryStream;
}

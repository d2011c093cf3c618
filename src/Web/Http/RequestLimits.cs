using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Parelmuur.Web.Http;

/// <summary>How large a request may be. Whoever sends more gets an answer, and not a broken connection.</summary>
/// <remarks>
/// Kestrel closes the connection of a request that is too large while its sender still writes, and the answer is lost
/// with it. So Kestrel lets more through than any address takes; the limit of the address holds here, and what is above
/// it is read and thrown away.
/// </remarks>
internal static class RequestLimits
{
    /// <summary>What an address takes that names no limit of its own, in bytes.</summary>
    private const long Usual = 30_000_000;

    // More than this nobody sends by mistake: it is not worth reading.
    private const long WorthAnAnswer = 128L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Comes after routing, which knows the limit of the address.</summary>
    public static void UseRequestLimits(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
        && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } and not LimitedBody
            ? HoldAsync(context, next)
            : next(context));

    private static async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = WorthAnAnswer;
        var sent = context.Request.Body;
        var body = new LimitedBody(sent, context.Request.ContentLength)
        {
            MaxRequestBodySize = limit is null ? Usual : limit.MaxRequestBodySize,
        };
        context.Features.Set<IHttpMaxRequestBodySizeFeature>(body);
        context.Request.Body = body;
        try
        {
            if (!body.IsTooLarge)
                await next(context);
        }
        catch (BadHttpRequestException) when (body.IsTooLarge)
        {
            // The answer is the same as when the length was known at once.
        }

        if (body.IsTooLarge && !context.Response.HasStarted)
            Refuse(context);
        await ThrowAwayAsync(context, sent);
    }

    // The page that says so must not look for a form in what is gone.
    private static void Refuse(HttpContext context)
    {
        context.Request.Body = Stream.Null;
        context.Request.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    private static async Task ThrowAwayAsync(HttpContext context, Stream sent)
    {
        // Who asked first whether to send it, sends nothing after a refusal.
        if (context.Request.ContentLength > WorthAnAnswer || context.Request.Headers.Expect.Count > 0)
            return;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        enough.CancelAfter(Patience);
        try
        {
            await sent.CopyToAsync(Stream.Null, enough.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The sender is gone, too slow, or goes on for too long: there is nobody to answer.
        }
    }

    /// <summary>The body of a request, up to a limit.</summary>
    private sealed class LimitedBody(Stream inner, long? length) : Stream, IHttpMaxRequestBodySizeFeature
    {
        private long read;

        public long? MaxRequestBodySize { get; set; }

        public bool IsReadOnly => read > 0;

        public bool IsTooLarge => Math.Max(read, length ?? 0) > MaxRequestBodySize;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => read;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!IsTooLarge)
            {
                var count = await inner.ReadAsync(buffer, cancellationToken);
                read += count;
                if (!IsTooLarge)
                    return count;
            }

            throw new BadHttpRequestException("The request is larger than this address takes.", StatusCodes.Status413PayloadTooLarge);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read without waiting.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

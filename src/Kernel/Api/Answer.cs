using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Parelmuur.Kernel.Api;

/// <summary>200 with JSON, or 304 when the client has the same already.</summary>
/// <typeparam name="T">What the documentation says the answer is.</typeparam>
/// <param name="write">Writes the answer.</param>
public sealed class Answer<T>(Action<Utf8JsonWriter> write) : IResult, IEndpointMetadataProvider
{
    private const string MediaType = "application/json";

    /// <param name="value">The answer.</param>
    /// <param name="type">How it is written.</param>
    public Answer(T value, JsonTypeInfo<T> type)
        : this(json => JsonSerializer.Serialize(json, value, type)) { }

    /// <summary>The parts of each result that the client wants; null means all.</summary>
    public IReadOnlySet<string>? Fields { get; init; }

    /// <summary>The address of the next page, also told in the header <c>Link</c>.</summary>
    public string? Next { get; init; }

    /// <summary>The address of the page before, also told in the header <c>Link</c>.</summary>
    public string? Prev { get; init; }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var body = new PooledBuffer();
        using (var json = new Utf8JsonWriter(body, ApiJson.Writing))
            write(json);
        if (Fields is null)
        {
            await SendAsync(httpContext, body.Written);
            return;
        }

        using var chosen = new PooledBuffer();
        using (var json = new Utf8JsonWriter(chosen, ApiJson.Writing))
            FieldChoice.Write(json, body.Written, Fields);
        await SendAsync(httpContext, chosen.Written);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), [MediaType]));

    private async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        if (HttpMethods.IsPost(context.Request.Method))
        {
            response.Headers.CacheControl = "no-store";
        }
        else
        {
            // Whoever keeps an answer asks each time whether it is still true, which costs next to nothing.
            response.Headers.CacheControl = "public, no-cache";
            var tag = TagOf(body.Span);
            response.Headers.ETag = tag;
            AddLinks(response.Headers);
            if (IsKnown(context.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private void AddLinks(IHeaderDictionary headers)
    {
        if (Next is not null)
            headers.Append(HeaderNames.Link, $"<{Next}>; rel=\"next\"");
        if (Prev is not null)
            headers.Append(HeaderNames.Link, $"<{Prev}>; rel=\"prev\"");
    }

    // Weak: compressed or not, it is the same answer.
    private static string TagOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return $"W/\"{Convert.ToHexStringLower(hash[..12])}\"";
    }

    private static bool IsKnown(HttpRequest request, string tag)
    {
        if (request.Headers.IfNoneMatch.Count == 0)
            return false;
        var ours = EntityTagHeaderValue.Parse(tag);
        return EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
            && known.Any(each => each.Equals(EntityTagHeaderValue.Any) || each.Compare(ours, useStrongComparison: false));
    }
}

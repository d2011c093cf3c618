using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Parelmuur.Nodes.Tests;

/// <summary>A registry on this machine with one image that holds nothing, in place of the base that a real build fetches.</summary>
internal sealed class BaseRegistry : IAsyncDisposable
{
    private const string Name = "base", Tag = "1", Docker = "application/vnd.docker.", Json = Docker + "distribution.manifest.v2+json";

    private readonly Dictionary<string, (byte[] Bytes, string Type)> parts = [];
    private readonly WebApplication site;

    private BaseRegistry()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.MapGet("/v2/", () => Results.Ok());
        site.MapMethods($"/v2/{Name}/{{kind}}/{{reference}}", [HttpMethods.Get, HttpMethods.Head], (string reference, HttpContext context) =>
        {
            if (!parts.TryGetValue(reference, out var part))
                return Results.NotFound();
            context.Response.Headers["Docker-Content-Digest"] = Digest(part.Bytes);
            return Results.Bytes(part.Bytes, part.Type);
        });
    }

    /// <summary>How a build names the image.</summary>
    public string Image => $"localhost:{new Uri(site.Urls.First()).Port}/{Name}:{Tag}";

    /// <param name="architecture">As images call it: "amd64".</param>
    public static async Task<BaseRegistry> StartAsync(string architecture)
    {
        var registry = new BaseRegistry();
        registry.Fill(architecture);
        await registry.site.StartAsync();
        return registry;
    }

    private void Fill(string architecture)
    {
        using var empty = new MemoryStream();
        using (new TarWriter(empty, leaveOpen: true))
        {
        }

        using var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            pack.Write(empty.ToArray());
        var layer = Add(packed.ToArray(), Docker + "image.rootfs.diff.tar.gzip");
        var config = Add(
            JsonSerializer.SerializeToUtf8Bytes(new
            {
                architecture,
                os = "linux",
                config = new { Env = (string[])["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"] },
                rootfs = new { type = "layers", diff_ids = (string[])[Digest(empty.ToArray())] },
            }),
            Docker + "container.image.v1+json");
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new { schemaVersion = 2, mediaType = Json, config, layers = (object[])[layer] });
        Add(manifest, Json);
        parts[Tag] = (manifest, Json);
    }

    private object Add(byte[] bytes, string mediaType)
    {
        parts[Digest(bytes)] = (bytes, mediaType);
        return new { mediaType, size = bytes.Length, digest = Digest(bytes) };
    }

    private static string Digest(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
    }
}

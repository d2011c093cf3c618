using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Parelmuur.Nodes.Tests;

/// <summary>A container image in a file, as docker load reads it.</summary>
internal sealed class ImageArchive(string file)
{
    /// <summary>What the image says of itself: who it runs as, what it runs, its labels.</summary>
    public JsonElement Config() => Json(Manifest().GetProperty("Config").GetString()!).GetProperty("config");

    /// <summary>The names under which it can be run.</summary>
    public IEnumerable<string?> Names() => Manifest().GetProperty("RepoTags").EnumerateArray().Select(name => name.GetString());

    /// <summary>Unpacks what the build put on the base.</summary>
    /// <returns>What each file may be used for, by its path.</returns>
    public Dictionary<string, UnixFileMode> Unpack(string folder)
    {
        var modes = new Dictionary<string, UnixFileMode>();
        using var tar = Open(Manifest().GetProperty("Layers").EnumerateArray().Last().GetString()!);
        using var layer = new TarReader(Unpacked(tar.Entry.DataStream!));
        while (layer.GetNextEntry() is { } entry)
        {
            modes[entry.Name] = entry.Mode;
            var path = Path.Combine(folder, entry.Name.TrimStart('/'));
            if (entry.EntryType == TarEntryType.Directory)
            {
                Directory.CreateDirectory(path);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path, overwrite: false);
        }

        return modes;
    }

    private JsonElement Manifest() => Json("manifest.json")[0];

    private JsonElement Json(string name)
    {
        using var tar = Open(name);
        using var json = JsonDocument.Parse(tar.Entry.DataStream!);
        return json.RootElement.Clone();
    }

    private Part Open(string name)
    {
        var tar = new TarReader(File.OpenRead(file));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name == name)
                return new(tar, entry);
        }

        throw new InvalidOperationException($"{name} is not in {file}.");
    }

    // Named .tar, it may be packed all the same.
    private static Stream Unpacked(Stream layer)
    {
        var packed = layer.ReadByte() == 0x1f;
        layer.Position = 0;
        return packed ? new GZipStream(layer, CompressionMode.Decompress) : layer;
    }

    private sealed record Part(TarReader Tar, TarEntry Entry) : IDisposable
    {
        public void Dispose() => Tar.Dispose();
    }
}

using System.Runtime.CompilerServices;
using Parelmuur.Catalogue.Import.Input;

namespace Parelmuur.Catalogue.Import.PublicCode;

/// <summary>Reads files with the name publiccode.yml: single files, whole folders, or addresses on the web.</summary>
/// <remarks>What cannot be fetched is refused with its reason; the others go on.</remarks>
internal sealed class PublicCodeReader : EntryReader
{
    private const long MostBytes = 1_000_000;

    private readonly List<(string From, InputFile? File, string? Fault)> files;

    private PublicCodeReader(List<(string From, InputFile? File, string? Fault)> files)
        : base([.. files.Select(each => each.File).OfType<InputFile>()]) => this.files = files;

    public override string Source => "publiccode";

    public override string Name => "publiccode.yml";

    public static async Task<PublicCodeReader> OpenAsync(IReadOnlyList<string> from, CancellationToken cancellation)
    {
        var taken = new List<(string, InputFile?, string?)>();
        foreach (var each in from)
        {
            foreach (var one in Expand(each))
            {
                try
                {
                    taken.Add((one, await InputFile.TakeAsync(one, MostBytes, cancellation), null));
                }
                catch (ImportFault fault)
                {
                    taken.Add((one, null, fault.Message));
                }
            }
        }

        return taken.Count > 0 ? new(taken) : throw new ImportFault("Hier staat geen bestand publiccode.yml.");
    }

    public override async IAsyncEnumerable<ImportedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        foreach (var (from, file, fault) in files)
        {
            number++;
            if (file is null)
            {
                yield return new RefusedRow(number, from, "", fault ?? "");
                continue;
            }

            await using var stream = file.Open();
            if (stream.Length > MostBytes)
            {
                yield return new RefusedRow(number, from, "", $"Dit bestand is groter dan {MostBytes / 1_000_000} MB.");
                continue;
            }

            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, cancellation);
            yield return PublicCodeFile.Read(number, from, bytes);
        }
    }

    // A folder gives all its publiccode.yml, also of folders in it; a folder of other .yml files gives those.
    private static IEnumerable<string> Expand(string from)
    {
        if (Directory.Exists(from))
        {
            var named = Files(from, "publiccode.y*ml", SearchOption.AllDirectories);
            return named.Count > 0 ? named : Files(from, "*.y*ml", SearchOption.TopDirectoryOnly);
        }

        return Path.GetExtension(from).Equals(".txt", StringComparison.OrdinalIgnoreCase) && File.Exists(from)
            ? File.ReadLines(from).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')
            : [from];
    }

    private static List<string> Files(string folder, string pattern, SearchOption depth) =>
        [.. Directory.EnumerateFiles(folder, pattern, depth).Order(StringComparer.Ordinal)];
}

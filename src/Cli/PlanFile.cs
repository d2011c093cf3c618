using Parelmuur.Catalogue;

namespace Parelmuur.Cli;

/// <summary>Reads the text of a plan from a file.</summary>
internal static class PlanFile
{
    public static async Task<string> ReadAsync(FileInfo file, CancellationToken cancellation) =>
        file.Extension.Equals(".txt", StringComparison.OrdinalIgnoreCase)
            ? await File.ReadAllTextAsync(file.FullName, cancellation)
            : throw new ImportFault("Nu alleen .txt.");
}

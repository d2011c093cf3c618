using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Parelmuur.Kernel.Files;

namespace Parelmuur.Kernel.Tests.Files;

/// <summary>A clamd of ClamAV that knows one thing as harmful: <see cref="Harmful"/>.</summary>
public sealed class Clamd : IAsyncLifetime
{
    public const string Program = "/usr/sbin/clamd";

    private readonly string folder = Directory.CreateTempSubdirectory("pm-").FullName;
    private Process? process;

    /// <summary>A text of a length that no file has by chance, and that harms nobody.</summary>
    public static byte[] Harmful { get; } = Encoding.ASCII.GetBytes("Dit is voor de proef het kwaad in een bestand.");

    public string Socket => Path.Combine(folder, "clamd.sock");

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        var known = Directory.CreateDirectory(Path.Combine(folder, "known")).FullName;
        await File.WriteAllTextAsync(Path.Combine(known, "proef.ndb"), $"Parelmuur.Proef:0:*:{Convert.ToHexString(Harmful)}\n");
        var settings = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"LocalSocket {Socket}\nDatabaseDirectory {known}\nForeground yes\nConcurrentDatabaseReload no\n");
        process = Process.Start(new ProcessStartInfo(Program, ["--config-file", settings]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
        _ = process!.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        var scanner = new VirusScanner(VirusScanner.Place(Settings(Socket)), NullLogger<VirusScanner>.Instance);
        await Until.TrueAsync(() => scanner.AnswersAsync(default));
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The settings of a site with a scanner.</summary>
    internal static IConfiguration Settings(string place) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(VirusScanner.Setting, place)]).Build();
}

/// <summary>A test with ClamAV; it skips where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClamdFactAttribute : FactAttribute
{
    public ClamdFactAttribute() => Skip = File.Exists(Clamd.Program) ? null : "Needs ClamAV: apt-get install clamav-daemon";
}

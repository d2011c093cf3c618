using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text.Json;

namespace Parelmuur.Nodes.Tests;

/// <summary>What script/image makes starts as somebody who may write nowhere but in the folder for the data.</summary>
[SupportedOSPlatform("linux")]
public sealed class ImageTests : IDisposable
{
    private static readonly bool OnArm = RuntimeInformation.OSArchitecture == Architecture.Arm64;

    private readonly string folder = Directory.CreateTempSubdirectory("parelmuur-image-").FullName;

    [ImageFact]
    public async Task Image_RunsAsNobody_AndWritesNothingInItself()
    {
        var runtime = OnArm ? "linux-arm64" : "linux-x64";
        await using var registry = await BaseRegistry.StartAsync(OnArm ? "arm64" : "amd64");
        var made = await Programs.RunAsync(
            Repository.Path("script/image"), "--runtime", runtime, "--output", folder, $"-p:ContainerBaseImage={registry.Image}");
        Assert.True(made.Code == 0, made.Output);
        var image = new ImageArchive(Assert.Single(Directory.GetFiles(folder, $"parelmuur-*-{runtime}.image.tar")));
        Assert.Single(Directory.GetFiles(folder, $"parelmuur-*-{runtime}.tar.gz"));

        AssertSaysWhatItIs(image);
        var modes = image.Unpack(folder);
        Assert.All(modes, file => Assert.Equal(UnixFileMode.None, file.Value & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)));
        Assert.All(modes.Keys, path => Assert.StartsWith("app", path.TrimStart('/'), StringComparison.Ordinal));

        var app = Path.Combine(folder, "app");
        var before = Directory.GetFileSystemEntries(app, "*", SearchOption.AllDirectories).Length;
        await LockAsync(app);
        await AssertRunsAsync(app, Path.Combine(folder, "data"));
        Assert.Equal(before, Directory.GetFileSystemEntries(app, "*", SearchOption.AllDirectories).Length);
    }

    public void Dispose()
    {
        foreach (var inner in Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
            File.SetUnixFileMode(inner, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(folder, recursive: true);
    }

    private static void AssertSaysWhatItIs(ImageArchive image)
    {
        var config = image.Config();
        var labels = config.GetProperty("Labels");

        Assert.StartsWith("parelmuur:", Assert.Single(image.Names()), StringComparison.Ordinal);
        Assert.Equal("1654", config.GetProperty("User").GetString());
        Assert.Equal(["/app/Parelmuur.Web"], Texts(config.GetProperty("Entrypoint")));
        Assert.Equal("/app/", config.GetProperty("WorkingDir").GetString());
        Assert.Equal(["8080/tcp"], config.GetProperty("ExposedPorts").EnumerateObject().Select(port => port.Name));
        Assert.Equal("EUPL-1.2", labels.GetProperty("org.opencontainers.image.licenses").GetString());
        Assert.StartsWith("https://", labels.GetProperty("org.opencontainers.image.source").GetString(), StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+$", labels.GetProperty("org.opencontainers.image.version").GetString());
        Assert.False(labels.TryGetProperty("org.opencontainers.image.created", out _));
        Assert.Superset(
            new HashSet<string?> { "HTTP_PORTS=8080", "ConnectionStrings__Parelmuur=Data Source=/data/parelmuur.db", "Mail__Folder=/data/mail" },
            Texts(config.GetProperty("Env")).ToHashSet());
    }

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString());

    // For root that means nothing, so root starts it as somebody else.
    private async Task LockAsync(string app)
    {
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var (code, output) = await Programs.RunAsync("chmod", "-R", "a-w,a+rX", app);
        Assert.True(code == 0, output);
    }

    private static async Task AssertRunsAsync(string app, string data)
    {
        Directory.CreateDirectory(data);
        await Programs.RunAsync("chmod", "777", data);
        using var site = AsNobody(app, data, "Parelmuur.Web");
        try
        {
            var address = await AddressAsync(site);
            using (var client = new HttpClient { BaseAddress = address })
            {
                Assert.StartsWith("""{"status":"ok""", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)), StringComparison.Ordinal);
                Assert.Contains("<h1", await client.GetStringAsync(new Uri("/gemeenten", UriKind.Relative)), StringComparison.Ordinal);
            }

            await AssertWorksAsync(AsNobody(app, data, "Parelmuur.Cli", "ready", $"{address}"));
            await AssertWorksAsync(AsNobody(app, data, "Parelmuur.Cli", "backup", Path.Combine(data, "back-ups")));
            Assert.Single(Directory.GetFiles(Path.Combine(data, "back-ups"), "*.zip"));

            using var ask = Process.Start("kill", ["-TERM", $"{site.Id}"]);
            await site.WaitForExitAsync();
            Assert.Equal(0, site.ExitCode);
        }
        finally
        {
            if (!site.HasExited)
                site.Kill();
        }
    }

    private static async Task<Uri> AddressAsync(Process site)
    {
        var told = new List<string>();
        while (await site.StandardOutput.ReadLineAsync() is { } line)
        {
            told.Add(line);
            if (!line.StartsWith("Parelmuur staat klaar op ", StringComparison.Ordinal))
                continue;
            // A pipe that nobody reads fills up, and then the site would wait.
            _ = site.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            _ = site.StandardError.BaseStream.CopyToAsync(Stream.Null);
            return new($"http://localhost:{new Uri(line.Split(' ')[^1]).Port}");
        }

        throw new InvalidOperationException($"{string.Join('\n', told)}\n{await site.StandardError.ReadToEndAsync()}");
    }

    // On a port that is free, and with the folder that a host would mount at /data.
    private static Process AsNobody(string app, string data, string program, params string[] arguments)
    {
        string[] command = [Path.Combine(app, program), .. arguments];
        if (Environment.IsPrivilegedProcess)
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = app, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HTTP_PORTS"] = "0";
        start.Environment["ConnectionStrings__Parelmuur"] = $"Data Source={data}/parelmuur.db";
        start.Environment["Mail__Folder"] = $"{data}/mail";
        return Process.Start(start)!;
    }

    private static async Task AssertWorksAsync(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, output + await error);
        }
    }
}

/// <summary>A test that makes the image; it skips, with the reason, where that cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ImageFactAttribute : FactAttribute
{
    private static readonly string Kind = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    private static readonly string[] Packs =
        [$"microsoft.netcore.app.runtime.{Kind}", $"microsoft.aspnetcore.app.runtime.{Kind}", $"microsoft.netcore.app.crossgen2.{Kind}"];

    private static string Packages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");

    public ImageFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "The image is for Linux.";
        else if (Environment.IsPrivilegedProcess && Programs.Find("setpriv") is null)
            Skip = "Needs setpriv, to be somebody else than root: apt-get install util-linux";
        else if (!Packs.All(pack => Directory.Exists(Path.Combine(Packages, pack))))
            Skip = "Needs .NET itself as packages, hundreds of megabytes: script/image fetches them, once.";
    }
}

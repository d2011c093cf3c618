using System.Text.RegularExpressions;

namespace Parelmuur.Architecture.Tests.Delivery;

/// <summary>The units of systemd are right in its own eyes, and shut in what they run.</summary>
public sealed partial class SystemdTests
{
    private const string Folder = "deploy/systemd";

    public static TheoryData<string> EachService => [.. House.Files(Folder, "*.service")];

    [SystemdFact]
    public async Task Units_BySystemd_HaveNoFaults()
    {
        var folder = Directory.CreateTempSubdirectory("parelmuur-units-");
        try
        {
            // It looks whether the programs are there, and here they are not.
            foreach (var file in House.Files(Folder))
            {
                var text = Program().Replace(House.Read(file), "/bin/true").Replace("=/opt/parelmuur", "=/", StringComparison.Ordinal);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, Path.GetFileName(file)), text);
            }

            var (code, output) = await Programs.RunAsync("systemd-analyze", ["verify", "--man=no", .. folder.GetFiles().Select(file => file.FullName)]);

            Assert.Equal((0, ""), (code, output));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, MemberData(nameof(EachService))]
    public void Service_IsNotRoot_AndKeepsToItsFolder(string file)
    {
        var lines = House.Read(file).Split('\n');

        Assert.All(
            ["User=parelmuur", "StateDirectory=parelmuur", "UMask=0077", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes"],
            line => Assert.Contains(line, lines));
        Assert.Equal(
            [],
            Variable().Matches(House.Read(file)).Select(match => match.Groups["name"].Value).Except(KnownSetting.All.Select(setting => setting.Variable)));
    }

    [GeneratedRegex(@"/opt/parelmuur/Parelmuur\.\w+")]
    private static partial Regex Program();

    [GeneratedRegex("^Environment=\"?(?<name>\\w+)=", RegexOptions.Multiline)]
    private static partial Regex Variable();
}

/// <summary>A test with systemd's own program; it skips, with the reason, where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SystemdFactAttribute : FactAttribute
{
    public SystemdFactAttribute()
    {
        if (Programs.Find("systemd-analyze") is null)
            Skip = "Needs systemd-analyze: apt-get install systemd";
    }
}

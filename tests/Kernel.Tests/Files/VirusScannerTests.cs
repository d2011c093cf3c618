using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Kernel.Tests.Files;

/// <summary>With a scanner, nothing is stored that it did not look at.</summary>
public sealed class VirusScannerTests(Clamd clamd) : IClassFixture<Clamd>
{
    private static readonly Guid Owner = Guid.Parse("0195f0aa-0000-7000-8000-000000000002");

    [ClamdFact]
    public async Task Add_WithSomethingHarmful_IsRefused()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var house = House(database, clamd.Socket);
        var files = house.GetRequiredService<FileStore>();
        // Larger than one block, and in the last of them.
        byte[] text = [.. Enumerable.Repeat((byte)'a', 300_000)], harmful = [.. text, .. Clamd.Harmful];

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => files.AddAsync(Owner, "brief.txt", new MemoryStream(harmful), default));
        Assert.Equal("In dit bestand zit een virus. Het is niet bewaard.", refused.Message);
        Assert.Equal(0, await files.SizeOfAsync(Owner, default));

        var stored = await files.AddAsync(Owner, "brief.txt", new MemoryStream(text), default);
        Assert.Equal(text.Length, stored.Size);
        Assert.Equal(text.Length, await files.SizeOfAsync(Owner, default));
    }

    [ClamdFact]
    public async Task Scanner_OverANetwork_Answers()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var relayed = RelayAsync(listener);

        var scanner = Scanner($"localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        Assert.True(await scanner.AnswersAsync(default));
        await relayed;
    }

    [Fact]
    public async Task Add_WhenTheScannerIsAway_IsRefused()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var house = House(database, "/tmp/there-is-no-scanner.sock");
        var files = house.GetRequiredService<FileStore>();

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => files.AddAsync(Owner, "brief.txt", new MemoryStream("hallo"u8.ToArray()), default));

        Assert.StartsWith("We konden dit bestand nu niet nakijken", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await files.SizeOfAsync(Owner, default));
        Assert.False(await house.GetRequiredService<VirusScanner>().AnswersAsync(default));
    }

    [Theory]
    [InlineData("clamd")]
    [InlineData("clamd:")]
    [InlineData(":3310")]
    [InlineData("clamd:99999")]
    [InlineData("tcp://clamd:3310")]
    public void Setting_ThatIsNoPlace_StopsTheStart(string place) =>
        Assert.Contains("host:poort", Assert.Throws<OptionsValidationException>(() => Scanner(place)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task WithoutTheSetting_NobodyLooks() => Assert.True(await Scanner("").AnswersAsync(default));

    private static VirusScanner Scanner(string place) => new(VirusScanner.Place(Clamd.Settings(place)), NullLogger<VirusScanner>.Instance);

    private static ServiceProvider House(TestDatabase database, string scanner)
    {
        var settings = new ConfigurationBuilder().AddConfiguration(database.Configuration).AddConfiguration(Clamd.Settings(scanner)).Build();
        return new ServiceCollection().AddLogging().AddKernel(settings, []).BuildServiceProvider();
    }

    // What comes over the network goes to the socket, and the answer back.
    private async Task RelayAsync(TcpListener listener)
    {
        using var caller = await listener.AcceptTcpClientAsync();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(clamd.Socket));
        await using var inside = new NetworkStream(socket);
        await using var outside = caller.GetStream();
        var there = outside.CopyToAsync(inside);
        await inside.CopyToAsync(outside);
        caller.Close();
        await Task.WhenAny(there);
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Kernel.Files;

/// <summary>Has every file that is sent looked at by ClamAV, before anything of it is stored. Without the setting nobody looks.</summary>
/// <remarks>Its commands INSTREAM and PING are those of the man page clamd(8). A file that could not be looked at is refused.</remarks>
public sealed class VirusScanner
{
    /// <summary>The clamd of ClamAV that looks at files before they are stored: host:port, or the path of its socket.</summary>
    [Setting(Otherwise = "files are not looked at")]
    public const string Setting = "VirusScanner";

    private const int BlockLength = 64 << 10, MostAnswered = 4096;
    private const string Clean = "OK", Found = " FOUND", Prefix = "stream: ";
    private const string NotLookedAt = "We konden dit bestand nu niet nakijken op virussen. Probeer het over een paar minuten nog eens.";

    // A large packed file keeps it busy; somebody waits for the page meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), PatienceToPing = TimeSpan.FromSeconds(2);

    private readonly EndPoint? at;
    private readonly ILogger<VirusScanner> logger;

    internal VirusScanner(EndPoint? at, ILogger<VirusScanner> logger) => (this.at, this.logger) = (at, logger);

    /// <summary>Whether it answers; also true when there is none.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        if (at is null)
            return true;
        try
        {
            return await AskAsync("zPING\0"u8.ToArray(), null, PatienceToPing, cancellation) == "PONG";
        }
        catch (Exception trouble) when (IsAway(trouble, cancellation))
        {
            return false;
        }
    }

    /// <summary>Where it is; null without the setting.</summary>
    /// <exception cref="OptionsValidationException">The setting is no place.</exception>
    internal static EndPoint? Place(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } setting)
            return null;
        if (Path.IsPathRooted(setting))
            return new UnixDomainSocketEndPoint(setting);
        return setting.Split(':') is [{ Length: > 0 } host, var number]
            && ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new DnsEndPoint(host, port)
            : throw new OptionsValidationException(
                Setting, typeof(string), [$"{Setting}: \"{setting}\" is geen adres. Schrijf host:poort, of het hele pad van de socket."]);
    }

    /// <summary>Lets it look at a file.</summary>
    /// <param name="content">The file; it must be able to seek, and is at its beginning afterwards.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RuleViolation">Something harmful is in it, or it could not be looked at.</exception>
    internal async Task CheckAsync(Stream content, CancellationToken cancellation)
    {
        if (at is null)
            return;
        string answer;
        try
        {
            content.Position = 0;
            answer = await AskAsync("zINSTREAM\0"u8.ToArray(), content, Patience, cancellation);
        }
        catch (Exception trouble) when (IsAway(trouble, cancellation))
        {
            logger.ScannerAway(trouble.Message);
            throw new RuleViolation("", NotLookedAt);
        }
        finally
        {
            content.Position = 0;
        }

        if (answer == Prefix + Clean)
            return;
        if (!answer.EndsWith(Found, StringComparison.Ordinal))
        {
            logger.ScannerAway(answer);
            throw new RuleViolation("", NotLookedAt);
        }

        logger.VirusFound(answer[Prefix.Length..^Found.Length]);
        throw new RuleViolation("", "In dit bestand zit een virus. Het is niet bewaard.");
    }

    private static bool IsAway(Exception trouble, CancellationToken cancellation) =>
        trouble is SocketException or IOException || (trouble is OperationCanceledException && !cancellation.IsCancellationRequested);

    private async Task<string> AskAsync(byte[] command, Stream? content, TimeSpan patience, CancellationToken cancellation)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        until.CancelAfter(patience);
        using var socket = at is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(at!, until.Token);
        await using var line = new NetworkStream(socket);
        await line.WriteAsync(command, until.Token);
        if (content is not null)
            await SendAsync(content, line, until.Token);
        var answer = new byte[MostAnswered];
        var read = await line.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, until.Token);
        return Encoding.UTF8.GetString(answer.AsSpan(0, read)).TrimEnd('\0', '\n');
    }

    // Each block goes with its length before it, in four bytes with the highest first; a block without length is the end.
    private static async Task SendAsync(Stream content, NetworkStream line, CancellationToken cancellation)
    {
        var block = new byte[sizeof(int) + BlockLength];
        int read;
        do
        {
            read = await content.ReadAtLeastAsync(block.AsMemory(sizeof(int)), BlockLength, throwOnEndOfStream: false, cancellation);
            BinaryPrimitives.WriteInt32BigEndian(block, read);
            await line.WriteAsync(block.AsMemory(0, sizeof(int) + read), cancellation);
        }
        while (read > 0);
    }
}

using Microsoft.Extensions.Logging;

namespace Parelmuur.Kernel;

/// <summary>What the kernel writes in the log.</summary>
/// <remarks>
/// In one class: the compiler writes the messages of several classes in an order of chance, and then the same sources
/// do not give the same bytes.
/// </remarks>
internal static partial class KernelLog
{
    [LoggerMessage(LogLevel.Error, "A job could not be finished; it is tried again within an hour.")]
    public static partial void JobFailed(this ILogger log, Exception error);

    [LoggerMessage(LogLevel.Debug, "Ledger reader {Reader} was ready in {Milliseconds:0} ms.")]
    public static partial void ReaderReady(this ILogger log, string reader, double milliseconds);

    [LoggerMessage(LogLevel.Information, "The work of the ledger readers could not be given back, and is free within half a minute: {Message}")]
    public static partial void LeaseNotGivenBack(this ILogger log, string message);

    [LoggerMessage(LogLevel.Error, "Ledger reader {Reader} could not go on; it tries again.")]
    public static partial void ReaderFailed(this ILogger log, Exception error, string reader);

    [LoggerMessage(LogLevel.Warning, "The database does not answer; listening again in a few seconds.")]
    public static partial void ListeningFailed(this ILogger log, Exception error);

    [LoggerMessage(LogLevel.Warning, "The replica does not answer: {Reason} Everything is read from the database itself.")]
    public static partial void ReplicaAway(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "The replica answers again.")]
    public static partial void ReplicaBack(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "No mail server is set (Mail:Host). Mail stays in the folder {Folder}.")]
    public static partial void MailStaysInFolder(this ILogger log, string folder);

    [LoggerMessage(LogLevel.Warning, "A mail to {Address} could not be sent; it is tried again at {Moment:u}. {Reason}")]
    public static partial void MailWaits(this ILogger log, string address, DateTimeOffset moment, string reason);

    [LoggerMessage(LogLevel.Warning, "A mail to {Address} was given up after {Attempts} attempts. {Reason}")]
    public static partial void MailGivenUp(this ILogger log, string address, int attempts, string reason);

    [LoggerMessage(LogLevel.Error, "Sending mail could not go on; it tries again.")]
    public static partial void MailStopped(this ILogger log, Exception error);

    [LoggerMessage(LogLevel.Error, "The virus scanner could not look at a file, so it was refused. {Reason}")]
    public static partial void ScannerAway(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "A file was refused: {Virus}.")]
    public static partial void VirusFound(this ILogger log, string virus);

    [LoggerMessage(LogLevel.Warning, "What was asked for could not be added up; it is tried again in a minute.")]
    public static partial void UsageNotAdded(this ILogger log, Exception error);
}

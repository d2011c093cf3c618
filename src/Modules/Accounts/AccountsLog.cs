using Microsoft.Extensions.Logging;
using Parelmuur.Accounts.Providers;

namespace Parelmuur.Accounts;

/// <summary>What this room writes in the log; in one class, for the reason of that of the kernel.</summary>
internal static partial class AccountsLog
{
    [LoggerMessage(LogLevel.Warning, "Er is nog geen platformbeheerder. Maak het eerste account met deze link: {Link}")]
    public static partial void SetupOffered(this ILogger log, string link);

    [LoggerMessage(LogLevel.Information, "Nobody was signed in by {Provider}: {Failure} {Code}")]
    public static partial void NotSignedIn(this ILogger log, string provider, SignInFailure failure, string? code);

    [LoggerMessage(LogLevel.Warning, "Signing in by {Provider} failed: {Failure} {Kind} {Code}")]
    public static partial void SigningInFailed(this ILogger log, string provider, SignInFailure failure, string? kind, string? code);
}

using Microsoft.Extensions.Logging;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations;

/// <summary>What this room writes in the log; in one class, for the reason of that of the kernel.</summary>
internal static partial class ConversationsLog
{
    [LoggerMessage(LogLevel.Error, "The news for {Person} could not be mailed; it waits for the next round.")]
    public static partial void NewsNotMailed(this ILogger log, Exception error, PersonId person);
}

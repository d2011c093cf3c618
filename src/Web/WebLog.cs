namespace Parelmuur.Web;

/// <summary>What the web server writes in the log.</summary>
/// <remarks>In one class, so that the same sources give the same bytes: see the log of the kernel.</remarks>
internal static partial class WebLog
{
    [LoggerMessage(LogLevel.Information, "Refused with {Status}: {Method} {Route} for {Person}")]
    public static partial void Refused(this ILogger log, int status, string method, string route, Guid? person);

    [LoggerMessage(LogLevel.Information, "The pages of before the stop in {File} are not used: {Reason}")]
    public static partial void PagesNotTaken(this ILogger log, string file, string reason);

    [LoggerMessage(LogLevel.Information, "No pages are kept in {File} for the next start: {Reason}")]
    public static partial void PagesNotKept(this ILogger log, string file, string reason);
}

using Parelmuur.Kernel.Data;

namespace Parelmuur.Web.Http;

/// <summary>What a reader sees when something goes wrong: a page that says what now. The API answers problem+json.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/api/v1", StringComparison.Ordinal),
        pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/fout",
                StatusCodeSelector = StatusOf,
                // What failed, such as the question who is signed in, must not be remembered for the page that tells it.
                CreateScopeForErrors = true,
            });
            pages.UseStatusCodePagesWithReExecute("/fout/{0}");
        });

    /// <summary>The status of an answer that could not be given: 503 when the database is away, full or locked.</summary>
    public static int StatusOf(Exception error) => error is BadHttpRequestException bad ? bad.StatusCode
        : Provider.IsAway(error) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
}

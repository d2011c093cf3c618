namespace Parelmuur.Web.Http;

/// <summary>What a reader sees when something goes wrong: a page that says what now. The API answers problem+json.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/api/v1", StringComparison.Ordinal),
        pages =>
        {
            pages.UseExceptionHandler("/fout/500");
            pages.UseStatusCodePagesWithReExecute("/fout/{0}");
        });
}

using Microsoft.AspNetCore.Authorization;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Web.Http;

/// <summary>Whoever only reads what everyone may read is answered by a copy of the database, if there is one.</summary>
internal static class ReplicaReading
{
    private const string Reading = ".read";

    /// <summary>Comes around the cache of pages, and after routing. People who are signed in always read their own changes.</summary>
    public static void UseReplica(this WebApplication app)
    {
        if (app.Services.GetService<Replica>() is null)
            return;
        app.Use((context, next) =>
        {
            if (OnlyReads(context))
                Replica.MayAnswer();
            return next(context);
        });
    }

    // The pages to sign in, and the answers of identity providers, are also asked for by strangers; their policies are others.
    private static bool OnlyReads(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !context.Request.Cookies.ContainsKey(SessionCookie.Name)
        && context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>() is { Count: > 0 } asked
        && asked.All(each => each.Policy?.EndsWith(Reading, StringComparison.Ordinal) == true);
}

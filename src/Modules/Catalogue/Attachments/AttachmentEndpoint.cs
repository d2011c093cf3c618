using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Attachments;

/// <summary>Serves the files of solutions from a path of their own.</summary>
internal static class AttachmentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods("/bestanden/{file:guid}/{name?}", [HttpMethods.Get, HttpMethods.Head], GetAsync)
        .RequireAuthorization(CataloguePolicies.Read)
        // Files are large and asked for rarely; the memory of the cache is for pages.
        .WithMetadata(new OutputCacheAttribute { NoStore = true })
        .ExcludeFromDescription();

    private static async Task<IResult> GetAsync(
        Guid file, string? name, HttpContext context, CatalogueDb db, FileStore files, TakenUp taken, CancellationToken cancellation)
    {
        var me = CurrentPerson.Of(context.User);
        if (await files.FindAsync(new(file), cancellation) is not { } found
            || !await IsVisibleAsync(db, found, taken, me, cancellation))
            return Results.StatusCode(StatusCodes.Status404NotFound);
        return files.Send(found, context, me is null ? "public, max-age=3600" : "private, no-cache");
    }

    // What is on the page of a public solution is for everyone, also with the one in which it was taken up. What waits, or was removed, is for who looks after it.
    private static async Task<bool> IsVisibleAsync(
        CatalogueDb db, FileFacts file, TakenUp taken, CurrentPerson? me, CancellationToken cancellation)
    {
        var id = new SolutionId(file.Owner);
        var today = taken.TodayOf(id);
        var shown = await db.Solutions
            .Where(solution => solution.Id == id && db.Solutions.Any(other => other.Id == today
                && other.Status != SolutionStatus.Draft && other.Status != SolutionStatus.Merged))
            .Select(solution => solution.Attachments).FirstOrDefaultAsync(cancellation);
        return (shown ?? []).Any(each => each.File == file.Id && each.IsShown)
            || (me is not null
                && (await db.Solutions.EditableBy(me).AnyAsync(solution => solution.Id == today, cancellation)
                    || await db.Solutions.AnyAsync(solution => solution.Id == today && solution.StewardPerson == me.Id, cancellation)));
    }
}

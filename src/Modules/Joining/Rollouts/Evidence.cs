using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Rollouts;

/// <summary>The files that show that steps are done. Only members of the organisation see them.</summary>
internal sealed class Evidence(JoiningDb db) : IKeepFiles
{
    /// <summary>The address of a file, from the root of the site.</summary>
    public static string PathOf(Guid rollout, EvidenceFile file) =>
        $"/mijn/organisatie/stappenplannen/{rollout}/bestanden/{file.File}/{Uri.EscapeDataString(file.Name)}";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods("/mijn/organisatie/stappenplannen/{id:guid}/bestanden/{file:guid}/{name?}", [HttpMethods.Get, HttpMethods.Head], GetAsync)
        .RequireAuthorization(JoiningPolicies.See)
        .WithMetadata(new OutputCacheAttribute { NoStore = true })
        .ExcludeFromDescription();

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<FileId>> KeptAsync(IReadOnlyCollection<Guid> owners, CancellationToken cancellation)
    {
        var files = await db.Rollouts.Where(rollout => owners.Contains(rollout.Id))
            .SelectMany(rollout => rollout.Steps.Select(step => step.Files)).ToListAsync(cancellation);
        return [.. files.SelectMany(each => each).Select(file => file.File)];
    }

    private static async Task<IResult> GetAsync(
        Guid id, Guid file, string? name, HttpContext context, JoiningDb db, FileStore files, CancellationToken cancellation)
    {
        var (own, wanted) = (CurrentPerson.Of(context.User)!.Lineage, new FileId(file));
        var kept = await db.Rollouts.Where(rollout => rollout.Id == id && own.Contains(rollout.Organisation))
            .SelectMany(rollout => rollout.Steps.Select(step => step.Files)).ToListAsync(cancellation);
        return kept.Any(each => each.Any(evidence => evidence.File == wanted)) && await files.FindAsync(wanted, cancellation) is { } found
            ? files.Send(found, context, "private, no-store")
            : Results.StatusCode(StatusCodes.Status404NotFound);
    }
}

using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Merging;

/// <summary>The files of what was taken up in a solution. They stay its own, and are shown with the one that goes on until they part.</summary>
internal static class AttachmentsOfParts
{
    /// <summary>Reads them, in the order in which the parts were shared.</summary>
    public static async Task<IReadOnlyList<Attachment>> ReadAsync(
        CatalogueDb db, IReadOnlyCollection<SolutionId> parts, CancellationToken cancellation) =>
        parts.Count == 0 ? [] : (await db.Solutions.Where(solution => parts.Contains(solution.Id)).OrderBy(solution => solution.Id)
            .Select(solution => solution.Attachments).ToListAsync(cancellation)).SelectMany(files => files).ToList();
}

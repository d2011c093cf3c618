using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Names solutions for who reads the ledger.</summary>
internal sealed class NamesOfSolutions(CatalogueDb db) : ISubjectNames
{
    /// <inheritdoc/>
    public string Subject => "Solution";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var solutions = ids.Select(SolutionId.From).ToList();
        return await db.Solutions.Where(each => solutions.Contains(each.Id)).Select(each => new { each.Id, each.Title, each.Slug })
            .ToDictionaryAsync(each => each.Id.Value, each => new SubjectName(each.Title, $"/oplossingen/{each.Slug}"), cancellation);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Something about each solution, kept in memory from when it was first asked until the solution changes.</summary>
/// <typeparam name="T">What is kept, about half a kilobyte: some 10 MB together.</typeparam>
internal abstract class KeptPerSolution<T>(IServiceScopeFactory scopes) : KeptById<SolutionId, T>(scopes)
    where T : class
{
    private const string Subject = "Solution";

    protected override SolutionId? Changed(LedgerEntry entry) => entry.Subject == Subject ? new SolutionId(entry.SubjectId) : null;

    protected override Task<IReadOnlyDictionary<SolutionId, T>> ReadAsync(
        IServiceProvider services, IReadOnlyList<SolutionId> ids, CancellationToken cancellation) =>
        ReadAsync(services.GetRequiredService<CatalogueDb>(), ids, cancellation);

    /// <summary>Reads what is not kept yet.</summary>
    protected abstract Task<IReadOnlyDictionary<SolutionId, T>> ReadAsync(
        CatalogueDb db, IReadOnlyList<SolutionId> solutions, CancellationToken cancellation);
}

using System.Text.Json;
using Parelmuur.Adoption;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Merging;

/// <summary>Lets the uses of a solution count at the one in which it was taken up, and back.</summary>
/// <remarks>Uses live in another room. By the ledger this happens even when the site stops right after a merge.</remarks>
internal sealed class MoveUses(IAdoption adoption) : ILedgerReader
{
    private static readonly Actor Actor = new("samenvoegen");

    public string Name => "uses of merged solutions";

    public bool EveryNode => false;

    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            var solution = new SolutionId(entry.SubjectId);
            if (entry.Event == nameof(SolutionMerged))
                await adoption.JoinAsync(solution, Into(entry), Actor, cancellation);
            else if (entry.Event == nameof(MergeUndone))
                await adoption.SplitAsync(solution, Actor, cancellation);
        }
    }

    private static SolutionId Into(LedgerEntry entry) =>
        JsonSerializer.Deserialize<SolutionMerged>(entry.Change, JsonSerializerOptions.Web)!.Into;
}

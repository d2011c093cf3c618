using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Uses;

/// <summary>Who takes part in a joint body changed: tells it of each solution that it uses, so that search and figures look again.</summary>
internal sealed class TellMembers(IServiceScopeFactory scopes) : ILedgerReader
{
    private static readonly Actor Actor = new("deelnemers van samenwerkingsverbanden");

    public string Name => "uses of joint bodies";

    public bool EveryNode => false;

    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var changed = entries.Where(entry => entry.Event is nameof(MunicipalityTookPart) or nameof(MunicipalityLeft))
            .Select(entry => new OrganisationId(entry.SubjectId)).Distinct().ToList();
        if (changed.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        var uses = await db.Uses.Where(use => changed.Contains(use.User)).Select(use => new { use.Solution, use.User }).ToListAsync(cancellation);
        foreach (var use in uses)
            db.Record(new MembersOfUserChanged(use.Solution, use.User), Actor);
        await db.SaveChangesAsync(cancellation);
    }
}

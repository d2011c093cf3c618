using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Rollouts;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Own;

/// <summary>What the database knows of one organisation: its uses, what it made, what it put away, and how its roll-outs stand.</summary>
/// <param name="Uses">Also what waits, ended or was rejected.</param>
/// <param name="Made">Its own solutions, latest first.</param>
/// <param name="Dismissed">Suggestions that it does not want, latest first.</param>
internal sealed record OwnFacts(IReadOnlyList<OwnUse> Uses, IReadOnlyList<SolutionId> Made, IReadOnlyList<DismissedSuggestion> Dismissed)
{
    /// <summary>What is a standard now, for everyone; asked here because it then costs no round trip of its own.</summary>
    public IReadOnlyList<SolutionId> Standards { get; init; } = [];

    /// <summary>What its own solutions ask of who looks after them.</summary>
    public IReadOnlyDictionary<SolutionId, SolutionDuty> Duties { get; init; } = new Dictionary<SolutionId, SolutionDuty>();

    /// <summary>Its roll-outs, running ones first.</summary>
    public IReadOnlyList<RolloutLine> Rollouts { get; init; } = [];

    /// <summary>What must not be suggested.</summary>
    public HashSet<SolutionId> Apart => [.. Uses.Select(use => use.Solution), .. Made, .. Dismissed.Select(each => each.Solution)];
}

/// <summary>Reads that in one round trip.</summary>
internal sealed class ReadOwn(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, AskTogether together)
{
    public async Task<OwnFacts> OfAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        IReadOnlyList<OwnUse> uses = [];
        IReadOnlyList<SolutionId> made = [], standards = [];
        IReadOnlyList<DismissedSuggestion> dismissed = [];
        IReadOnlyList<RolloutLine> rollouts = [];
        IReadOnlyDictionary<SolutionId, SolutionDuty> duties = new Dictionary<SolutionId, SolutionDuty>();
        var lineage = organisations.Lineage(organisation);
        await together.AllAsync(
            [
                async _ => uses = await adoption.OwnUsesAsync(organisation, cancellation),
                async _ => made = await catalogue.MadeByAsync(lineage, cancellation),
                async _ => duties = await catalogue.DutiesAsync(lineage, organisations.Today.AddMonths(OwnModel.MonthsAhead), cancellation),
                async _ => standards = await catalogue.StandardsAsync(cancellation),
                async services => rollouts = await services.GetRequiredService<JoiningDb>().RolloutsOfAsync(lineage, cancellation),
                async services => dismissed = await services.GetRequiredService<JoiningDb>().Dismissed.AsNoTracking()
                    .Where(each => lineage.Contains(each.Organisation))
                    .OrderByDescending(each => each.DismissedOn).ThenBy(each => each.Solution).ToListAsync(cancellation),
            ],
            cancellation);
        return new(uses, made, dismissed) { Standards = standards, Duties = duties, Rollouts = rollouts };
    }
}

using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Reorganising;

/// <summary>Every day: what reorganisations of municipalities that took effect change in uses.</summary>
internal sealed class MoveUsesDaily(MoveUses move, IOrganisations organisations) : IDailyJob
{
    private static readonly Actor Actor = new("herindelingen");

    /// <inheritdoc/>
    public string Name => "move uses after reorganisations";

    /// <inheritdoc/>
    public string Does => "Gebruik meenemen na een herindeling";

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellation) => move.RunAsync(organisations.Today, Actor, cancellation);
}

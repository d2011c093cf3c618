using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Reorganising;

/// <summary>Every day: what reorganisations of municipalities that took effect change in roles.</summary>
internal sealed class MoveMembershipsDaily(MoveMemberships move, IOrganisations organisations) : IDailyJob
{
    private static readonly Actor Actor = new("herindelingen");

    /// <inheritdoc/>
    public string Name => "move memberships after reorganisations";

    /// <inheritdoc/>
    public string Does => "Rollen meenemen na een herindeling";

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellation) => move.RunAsync(organisations.Today, Actor, cancellation);
}

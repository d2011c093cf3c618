using Parelmuur.Accounts;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Improvements;

/// <summary>"Wat heb je vandaag verbeterd?" on the personal page: one field that asks the database nothing.</summary>
internal sealed class MyImprovement : IPersonalSection
{
    /// <inheritdoc/>
    public int Order => 15;

    /// <inheritdoc/>
    public Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation) => Task.FromResult(
        person.Is(MembershipRole.Reader) ? new PersonalSection("/Improvements/_MyImprovement.cshtml", new ImprovementForm()) : null);
}

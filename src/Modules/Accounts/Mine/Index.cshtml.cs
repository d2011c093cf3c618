using Parelmuur.Design;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Mine;

/// <summary>The personal page: for whom one works, and what the rooms have to say to this person.</summary>
internal sealed class IndexModel(IOrganisations organisations, AskTogether together) : FormPage
{
    public CurrentPerson Person => Me;

    public IReadOnlyList<PersonalSection> Sections { get; private set; } = [];

    public OrganisationSummary? Organisation => Me.Organisation is { } id ? organisations.Find(id) : null;

    protected override async Task PrepareAsync(CancellationToken cancellation) => Sections = await together.SectionsAsync<IPersonalSection, PersonalSection>(
        section => section.ForAsync(Me, cancellation), cancellation);
}

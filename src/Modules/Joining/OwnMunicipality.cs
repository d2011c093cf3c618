using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining;

/// <summary>"Onze gemeente" in the main menu, for who works for a municipality.</summary>
internal sealed class OwnMunicipality(IOrganisations organisations) : IPersonalMenu
{
    private static readonly MenuItem Item = new(25, "Onze gemeente", "/mijn/organisatie");

    public MenuItem? For(CurrentPerson person) =>
        person.Organisation is { } organisation && organisations.FindMunicipality(organisation) is not null ? Item : null;
}

using Parelmuur.Organisations.Directory;
using Parelmuur.Organisations.Municipalities;

namespace Parelmuur.Organisations.Tests.Directory;

public sealed class KindByNameTests
{
    [Theory]
    [InlineData("Ministerie van Defensie", OrganisationKind.Ministry)]
    [InlineData("Provincie Fryslân", OrganisationKind.Province)]
    [InlineData("Waterschap Limburg", OrganisationKind.WaterBoard)]
    [InlineData("Hoogheemraadschap van Delfland", OrganisationKind.WaterBoard)]
    [InlineData("HDSR Hoogheemraadschap De Stichtse Rijnlanden", OrganisationKind.WaterBoard)]
    [InlineData("Wetterskip Fryslân", OrganisationKind.WaterBoard)]
    [InlineData("Omgevingsdienst IJmond", OrganisationKind.JointBody)]
    [InlineData("DCMR Milieudienst Rijnmond", OrganisationKind.JointBody)]
    [InlineData("Veiligheids- en Gezondheidsregio Gelderland-Midden", OrganisationKind.JointBody)]
    [InlineData("Modulaire gemeenschappelijke regeling Rijk van Nijmegen", OrganisationKind.JointBody)]
    [InlineData("GGD IJsselland", OrganisationKind.JointBody)]
    [InlineData("Vereniging van Nederlandse Gemeenten", OrganisationKind.Association)]
    [InlineData("Hogeschool Utrecht", OrganisationKind.KnowledgeInstitute)]
    [InlineData("Dorpsraad Exloo", OrganisationKind.CitizenOrganisation)]
    [InlineData("Liander N.V.", OrganisationKind.Supplier)]
    [InlineData("Belastingdienst", OrganisationKind.Other)]
    [InlineData("Nederlands Forensisch Instituut", OrganisationKind.Other)]
    public void Guess_ByTheWordsInTheName(string name, OrganisationKind kind) =>
        Assert.Equal(kind, KindByName.Guess(NameKey.Of(name)));
}

using Parelmuur.Design;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Searching;

/// <summary>The page of an organisation, for who types its name where solutions are searched.</summary>
/// <param name="Page">Its name with the address of the page.</param>
/// <param name="About">What stands there, as the end of a sentence.</param>
internal sealed record NamedPage(NamedLink Page, string About)
{
    /// <summary>The pages of whom a whole text names: none for most texts, and two for a name that two municipalities have.</summary>
    public static IReadOnlyList<NamedPage> Of(string text, IOrganisations organisations, string root, Words words) => text.Length == 0 ? [] :
    [
        .. from organisation in organisations.Match(text, organisations.Today).Candidates
           where organisation.Path is not null
           select new NamedPage(new(NameOf(organisation, words), root + organisation.Path), AboutOf(organisation, organisations, words)),
    ];

    private static string NameOf(OrganisationSummary organisation, Words words) =>
        organisation.Kind == OrganisationKind.Municipality ? words["Gemeente {0}", organisation.Name] : organisation.Name;

    private static string AboutOf(OrganisationSummary organisation, IOrganisations organisations, Words words) =>
        organisation.Kind == OrganisationKind.JointBody ? words["lees welke gemeenten meedoen."]
        : organisations.FindMunicipality(organisation.Id)?.ValidUntil <= organisations.Today ? words["deze gemeente bestaat niet meer. Lees waar het gebied nu bij hoort."]
        : words["lees wat deze gemeente gebruikt en zelf maakte."];
}

namespace Parelmuur.Organisations.Directory;

/// <summary>What kind of organisation a name tells it is, by the words in which Dutch organisations name themselves.</summary>
internal static class KindByName
{
    // The first rule that fits counts, so "Waterschap" stands before the joint bodies that end in "schap".
    private static readonly (OrganisationKind Kind, string[] Starts, string[] Holds)[] Rules =
    [
        (OrganisationKind.Ministry, ["ministerie"], []),
        (OrganisationKind.Province, ["provincie"], []),
        (OrganisationKind.WaterBoard, ["waterschap", "hoogheemraadschap", "wetterskip"], [" hoogheemraadschap ", " waterschap "]),
        (
            OrganisationKind.JointBody,
            ["omgevingsdienst", "veiligheidsregio", "veiligheids en", "ggd", "gemeenschappelijke regeling",
                "regionale uitvoeringsdienst", "belastingsamenwerking", "samenwerking", "samenwerkingsverband",
                "werkorganisatie", "metropoolregio", "bedrijfsvoeringsorganisatie"],
            [" gemeenschappelijke regeling ", " samenwerking ", " samenwerkingsverband ", " milieudienst ",
                " omgevingsdienst ", " veiligheidsregio "]
        ),
        (OrganisationKind.Association, ["vereniging", "cooperatie"], [" vereniging ", " cooperatie "]),
        (
            OrganisationKind.KnowledgeInstitute,
            ["universiteit", "hogeschool", "kenniscentrum", "kennisinstituut", "lectoraat"],
            [" universiteit ", " hogeschool ", " kenniscentrum ", " kennisinstituut ", " university ", " planbureau "]
        ),
        (
            OrganisationKind.CitizenOrganisation,
            ["bewoners", "dorpsraad", "wijkraad", "dorpsbelang", "buurt"],
            [" bewonersvereniging ", " dorpsraad ", " wijkraad "]
        ),
        (OrganisationKind.Supplier, [], [" bv ", " nv ", " gmbh ", " ltd ", " inc "]),
    ];

    /// <summary>The kind, or <see cref="OrganisationKind.Other"/> when the name does not tell.</summary>
    /// <param name="nameKey">The name in the form in which names are compared.</param>
    public static OrganisationKind Guess(string nameKey)
    {
        var words = $" {nameKey} ";
        foreach (var (kind, starts, holds) in Rules)
        {
            if (Array.Exists(starts, start => nameKey.StartsWith(start, StringComparison.Ordinal))
                || Array.Exists(holds, word => words.Contains(word, StringComparison.Ordinal)))
            {
                return kind;
            }
        }

        return OrganisationKind.Other;
    }
}

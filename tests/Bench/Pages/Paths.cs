namespace Parelmuur.Bench.Pages;

/// <summary>Many different addresses, as readers make them.</summary>
internal static class Paths
{
    private static readonly string[] Words =
    [
        "vergunning", "schuldhulp", "afval", "parkeren", "jeugdzorg", "woning", "subsidie", "melding", "energie", "inkoop",
        "brief", "school", "veiligheid", "data", "privacy", "begroting", "participatie", "groen", "verkeer", "sport",
    ];

    private static readonly string[] Stages = ["pareltje", "pilot", "gedeeld", "collectief", "standaard"];

    private static readonly string[] Themes = ["wonen", "dienstverlening", "leefomgeving", "energietransitie", "bestaanszekerheid"];

    public static IEnumerable<string> Walls() =>
        from page in Enumerable.Range(1, 20)
        from stage in Stages
        from theme in Themes
        select $"/muur?fase={stage}&thema={theme}&pagina={page}";

    public static IEnumerable<string> Searches(string start) =>
        from first in Words
        from second in Words
        select start + (first == second ? first : $"{first}%20{second}");

    public static IEnumerable<string> ApiLists() =>
        from size in Enumerable.Range(10, 40)
        from stage in (string[])["gem", "pilot", "shared"]
        select $"/api/v1/solutions?stage={stage}&pageSize={size}";
}

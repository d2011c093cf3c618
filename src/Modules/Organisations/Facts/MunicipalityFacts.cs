using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Organisations.Facts;

/// <summary>Turns the facts tables into municipalities with their predecessors and successors.</summary>
internal sealed class MunicipalityFacts
{
    private const int CountYear = 2017;
    private const string CountSource = "CBS";
    private const double HectaresInSquareKilometre = 100;

    private readonly Dictionary<string, SafetyRegion> regions;
    private readonly ILookup<MunicipalityCode, MunicipalityLink> predecessors;
    private readonly ILookup<MunicipalityCode, MunicipalityLink> successors;

    public MunicipalityFacts()
    {
        var rows = FactsFile.Rows("municipalities.csv").ToList();
        Provinces = FactsFile.Rows("provinces.csv").ToDictionary(row => row[0], row => new ProvinceFacts(
            new Province(row[0], row[1], Slug.From(row[1])),
            [.. row[2].Split('|', StringSplitOptions.RemoveEmptyEntries), .. row[3].Split('|')]));
        regions = FactsFile.Rows("safety-regions.csv").ToDictionary(row => row[0], row => new SafetyRegion(row[0], row[1]));
        Reorganisations = Reorganisation.ReadAll();

        var ends = rows.ToDictionary(row => MunicipalityCode.Parse(row[0]), row => FactsFile.Date(row[8]));
        var steps = Reorganisations
            .SelectMany(each => each.Ended.SelectMany(old => each.Successors.Select(next => (Old: old, Next: next, each.Kind, each.Date))))
            .ToList();
        var splits = steps.GroupBy(step => step.Old).Where(step => step.Count() > 1).Select(step => step.Key).ToHashSet();
        // The register dates one renewal a day later than the end of the old code; the end of the code is what counts.
        MunicipalityLink Link(MunicipalityCode other, MunicipalityCode old, ReorganisationKind kind, DateOnly date) =>
            new(other, ends[old] ?? date, kind, splits.Contains(old));
        successors = steps.ToLookup(step => step.Old, step => Link(step.Next, step.Old, step.Kind, step.Date));
        predecessors = steps.ToLookup(step => step.Next, step => Link(step.Old, step.Old, step.Kind, step.Date));
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        Municipalities = [.. rows.Select(row => Read(row, slugs))];
    }

    public IReadOnlyDictionary<string, ProvinceFacts> Provinces { get; }

    public IReadOnlyList<Reorganisation> Reorganisations { get; }

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; }

    private Municipality Read(string[] row, HashSet<string> slugs)
    {
        var code = MunicipalityCode.Parse(row[0]);
        var slug = Slug.Unique(Slug.From(row[1]), slugs.Contains);
        slugs.Add(slug);
        var count = FactsFile.Number(row[9]);
        return new Municipality
        {
            Id = code.OrganisationId,
            Code = code,
            Name = row[1],
            OfficialName = row[2].Length == 0 ? row[1] : row[2],
            OtherNames = row[3].Split('|', StringSplitOptions.RemoveEmptyEntries),
            Slug = slug,
            Province = Provinces[row[4]].Province,
            EarlierProvince = Earlier(row[5]),
            SafetyRegion = row[6].Length == 0 ? null : regions[row[6]],
            ValidFrom = FactsFile.Date(row[7]),
            ValidUntil = FactsFile.Date(row[8]),
            Inhabitants = count is null
                ? null
                : new Inhabitants(count.Value, CountYear, CountSource, Noted(row[12], '-'), Noted(row[12], '+')),
            Households = FactsFile.Number(row[10]),
            Density = count * HectaresInSquareKilometre / FactsFile.Number(row[11]),
            SizeClass = count switch
            {
                null => null,
                < 25_000 => SizeClass.Under25K,
                < 50_000 => SizeClass.From25KTo50K,
                < 100_000 => SizeClass.From50KTo100K,
                _ => SizeClass.From100K,
            },
            Hex = row[13].Length == 0 ? null : new HexCell(byte.Parse(row[13]), byte.Parse(row[14])),
            Predecessors = [.. predecessors[code].OrderBy(link => link.Date).ThenBy(link => link.Code)],
            Successors = [.. successors[code].OrderBy(link => link.Code)],
        };
    }

    private EarlierProvince? Earlier(string field) =>
        field.Split(':') is [var date, var province]
            ? new EarlierProvince(Provinces[province].Province, DateOnly.ParseExact(date, "yyyy-MM-dd"))
            : null;

    private static MunicipalityCode? Noted(string field, char sign) =>
        field.StartsWith(sign) ? MunicipalityCode.Parse(field[1..]) : null;
}

/// <summary>A province with the words that stand for it behind the name of a place.</summary>
internal sealed record ProvinceFacts(Province Province, IReadOnlyList<string> OtherNames);

using Parelmuur.Organisations.Facts;
using Parelmuur.Organisations.Municipalities;

namespace Parelmuur.Organisations.Tests.Facts;

/// <summary>The facts table against the official registers, which lie beside the repository.</summary>
public sealed class RegisterTests
{
    private const string Register = "municipalities/gemeenten-tooi.csv";
    private const string Reorganised = "municipalities/herindelingen-tooi.csv";
    private const string Today = "municipalities/gemeenten-342.csv";
    private const string Count2017 = "municipalities/cbs-gemeenten-2017-kerncijfers.csv";

    private static readonly MunicipalityRegister Ours = new();

    [SharedDataFact(Register)]
    public void Municipalities_AreThoseOfTheRegister()
    {
        var theirs = SharedCsv.Read(Register).Select(row =>
            (row["gm_code"], row["officiele_naam"], row["voorkeursnaam"], row["provinciecode"], row["provincie"],
                row["begindatum"], row["einddatum"], row["tooi_uri"]));
        var ours = Ours.All.Select(each =>
            (each.Code.Value, each.OfficialName, each.Name, each.Province.Code, each.Province.Name,
                $"{each.ValidFrom:yyyy-MM-dd}", $"{each.ValidTo:yyyy-MM-dd}", each.TooiUri.AbsoluteUri));
        Assert.Equal(theirs.Order(), ours.Order());
    }

    [SharedDataFact(Register)]
    public void MunicipalitiesOn_EveryNewYearsDay_AreThoseOfTheRegister()
    {
        var register = SharedCsv.Read(Register);
        for (var year = 2000; year <= 2026; year++)
        {
            var day = $"{year}-01-01";
            var theirs = register
                .Where(row => string.CompareOrdinal(row["begindatum"], day) <= 0)
                .Where(row => row["einddatum"].Length == 0 || string.CompareOrdinal(row["einddatum"], day) >= 0)
                .Select(row => row["gm_code"]).Order();
            Assert.Equal(theirs, Ours.On(new DateOnly(year, 1, 1)).Select(each => each.Code.Value).Order());
        }
    }

    [SharedDataFact(Reorganised)]
    public void Reorganisations_AreThoseOfTheRegister()
    {
        Dictionary<string, ReorganisationKind> kinds = new(StringComparer.Ordinal)
        {
            ["Samenvoeging"] = ReorganisationKind.Merger,
            ["Uitbreiding"] = ReorganisationKind.Extension,
            ["Herschikking"] = ReorganisationKind.Renewal,
        };
        static string Codes(IEnumerable<string> codes) => string.Join(' ', codes.Order(StringComparer.Ordinal));
        var theirs = SharedCsv.Read(Reorganised).Select(row =>
            (row["datum"], kinds[row["soort"]], Codes(row["opgeheven"].Split(' ')), row["ontstaan"],
                Codes(row["uitgebreid_of_betrokken"].Split(' '))));
        var ours = Reorganisation.ReadAll().Select(each =>
            ($"{each.Date:yyyy-MM-dd}", each.Kind, Codes(each.Ended.Select(code => code.Value)), $"{each.Created}",
                Codes(each.Extended.Select(code => code.Value))));
        Assert.Equal(theirs.Order(), ours.Order());
    }

    [SharedDataFact(Today)]
    public void Current_HaveTheCountedInhabitantsAndSafetyRegion()
    {
        var theirs = SharedCsv.Read(Today).Select(row =>
            (row["gm_code"], row["inwoners_cbs_2017_naar_huidige_indeling"], row["veiligheidsregio"])).ToList();
        var ours = Ours.On(new DateOnly(2026, 1, 1)).Select(each =>
            (each.Code.Value, $"{each.Inhabitants?.Count}", $"{each.SafetyRegion?.Code}"));
        Assert.Equal(theirs.Order(), ours.Order());
    }

    [SharedDataFact(Today)]
    public void Inhabitants_OfWhoGotAPartOfHaaren_SayThatItLacks()
    {
        var flagged = SharedCsv.Read(Today).Where(row => row["opmerking"].Length > 0).Select(row => row["gm_code"]).ToList();
        Assert.NotEmpty(flagged);
        var haaren = MunicipalityCode.Parse("GM0788");
        Assert.Equal(flagged, Ours.All.Where(each => each.Inhabitants?.Lacks == haaren).Select(each => each.Code.Value).Order());
    }

    [SharedDataFact(Count2017)]
    public void InhabitantsHouseholdsAndDensity_OfWhoStayedTheSame_AreThoseCounted()
    {
        var same = SharedCsv.Read(Count2017)
            .Select(row => (Row: row, Ours: Ours.Find(MunicipalityCode.Parse(row["gm_code"]))!))
            .Where(pair => !pair.Ours.Predecessors.Any(link => link.Date.Year > 2017))
            .ToList();
        Assert.True(same.Count > 300);
        Assert.All(same, pair =>
        {
            Assert.Equal(pair.Row["aant_inw"], $"{pair.Ours.Inhabitants?.Count}");
            Assert.Equal(pair.Row["aantal_hh"], $"{pair.Ours.Households}");
            Assert.Equal(double.Parse(pair.Row["bev_dichth"]), pair.Ours.Density!.Value, tolerance: 2);
        });
    }
}

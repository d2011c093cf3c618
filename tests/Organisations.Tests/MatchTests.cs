using System.Text.Json;

namespace Parelmuur.Organisations.Tests;

public sealed class MatchTests(NamesFixture names) : IClassFixture<NamesFixture>
{
    private const string AlgorithmRegister = "solutions/algoritmeregister.json";
    private static readonly DateOnly Today = new(2026, 11, 21);

    private OrganisationMatch Match(string name, DateOnly? on = null) => names.Organisations.Match(name, on ?? Today);

    [Theory]
    [InlineData("{0}")]
    [InlineData("Gemeente {0}")]
    [InlineData("gemeente {0}")]
    [InlineData("De gemeente {0}")]
    [InlineData("gem. {0}")]
    [InlineData("Gem {0}")]
    [InlineData("{0} (gemeente)")]
    [InlineData("  Gemeente   {0} ")]
    public void Match_EveryNameOfToday_IsThatMunicipality(string pattern) =>
        Assert.All(names.Organisations.Current, each =>
            Assert.All(each.OtherNames.Append(each.Name).Append(each.OfficialName).Where(name => name != "Bergen"), name =>
            {
                Assert.Equal(each.Code, Match(string.Format(pattern, name)).Organisation?.Code);
                Assert.Equal(each.Code, Match(string.Format(pattern, name.ToUpperInvariant())).Organisation?.Code);
            }));

    [Fact]
    public void Match_EveryNameOfThePast_OnADayItExisted_IsThatMunicipality() =>
        Assert.All(names.Organisations.AllMunicipalities, each =>
        {
            var day = each.ValidTo is { } last && last > new DateOnly(2000, 1, 1) ? last : new DateOnly(2000, 1, 1);
            // Until 2006 people could mean two by "Valkenburg", the one that is meant today as well.
            if (each.ExistsOn(day) && each.Name != "Valkenburg")
                Assert.Equal(each.Code, Match(each.Name, day).Organisation?.Code);
        });

    [Theory]
    [InlineData("'s-Gravenhage", "GM0518")]
    [InlineData("’s-Gravenhage", "GM0518")]
    [InlineData("s Gravenhage", "GM0518")]
    [InlineData("Gemeente Den Haag", "GM0518")]
    [InlineData("The Hague", "GM0518")]
    [InlineData("Den Bosch", "GM0796")]
    [InlineData("Gemeente 's-Hertogenbosch", "GM0796")]
    [InlineData("Bergen (NH)", "GM0373")]
    [InlineData("Bergen (NH.)", "GM0373")]
    [InlineData("Gemeente Bergen (N.H.)", "GM0373")]
    [InlineData("Bergen, Noord-Holland", "GM0373")]
    [InlineData("Gemeente Bergen (L)", "GM0893")]
    [InlineData("Bergen (L.)", "GM0893")]
    [InlineData("Bergen (Limburg)", "GM0893")]
    [InlineData("Bergen Lb.", "GM0893")]
    [InlineData("Hengelo (O.)", "GM0164")]
    [InlineData("Hengelo, Overijssel", "GM0164")]
    [InlineData("Sudwest-Fryslan", "GM1900")]
    [InlineData("Gemeente Noardeast Fryslân", "GM1970")]
    [InlineData("Gemeente Reusel-de Mierden", "GM1667")]
    [InlineData("Tietjerksteradeel", "GM0737")]
    [InlineData("Krimpen a/d IJssel", "GM0542")]
    [InlineData("Capelle a.d. IJssel", "GM0502")]
    [InlineData("Alphen aan den Rijn", "GM0484")]
    [InlineData("Horst a/d Maas", "GM1507")]
    [InlineData("St. Michielsgestel", "GM0845")]
    [InlineData("Berg & Dal", "GM1945")]
    [InlineData("Nuenen c.a.", "GM0820")]
    [InlineData("Nuenen, Gerwen en Nederwetten", "GM0820")]
    [InlineData("GM0363", "GM0363")]
    [InlineData("gm0363", "GM0363")]
    [InlineData("https://identifier.overheid.nl/tooi/id/gemeente/gm0363", "GM0363")]
    [InlineData("Utrecht", "GM0344")]
    [InlineData("Groningen", "GM0014")]
    public void Match_TrickyName_IsFound(string name, string code)
    {
        var match = Match(name);
        Assert.Equal(MatchOutcome.Found, match.Outcome);
        Assert.Equal(code, match.Organisation?.Code?.Value);
        Assert.Empty(match.Successors);
    }

    [Theory]
    [InlineData("Bergen")]
    [InlineData("Gemeente Bergen")]
    public void Match_NameOfTwo_IsNotGuessed(string name)
    {
        var match = Match(name);
        Assert.Equal(MatchOutcome.Ambiguous, match.Outcome);
        Assert.Null(match.Organisation);
        Assert.Equal(["GM0373", "GM0893"], match.Candidates.Select(each => each.Code?.Value).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Gemeente")]
    [InlineData("gemeente ")]
    [InlineData("(NH)")]
    [InlineData("Amsterdm")]
    [InlineData("Bergen (Zeeland)")]
    [InlineData("Utrecht (Limburg)")]
    [InlineData("GM9999")]
    [InlineData("0363")]
    [InlineData("Provincie Utrecht")]
    [InlineData("Gemeente Amsterdam en Gemeente Rotterdam")]
    [InlineData("Waterland en omstreken")]
    public void Match_AnythingElse_IsUnknown(string name) => Assert.Equal(MatchOutcome.Unknown, Match(name).Outcome);

    [Theory]
    [InlineData("Gemeente Weesp", "GM0457", "GM0363")]
    [InlineData("Het Bildt", "GM0063", "GM1949")]
    [InlineData("Menaldumadeel", "GM0083", "GM1949")]
    [InlineData("Gemeente Groenlo", "GM0240", "GM1586")]
    [InlineData("Haaren", "GM0788", "GM0757 GM0824 GM0855 GM0865")]
    public void Match_OfThePast_IsThatOneWithWhoItBecame(string name, string code, string successors)
    {
        var match = Match(name);
        Assert.Equal(code, match.Organisation?.Code?.Value);
        Assert.Equal(successors.Split(' '), match.Successors.Select(each => each.Code?.Value));
    }

    [Fact]
    public void Match_NameThatMovedToASuccessor_DependsOnTheDay()
    {
        Assert.Equal("GM1921", Match("De Friese Meren", new DateOnly(2014, 6, 1)).Organisation?.Code?.Value);
        Assert.Equal("GM1940", Match("De Friese Meren").Organisation?.Code?.Value);
        Assert.Equal("GM0994", Match("Gemeente Valkenburg").Organisation?.Code?.Value);
        Assert.Equal(MatchOutcome.Ambiguous, Match("Valkenburg", new DateOnly(2005, 12, 31)).Outcome);
        Assert.Equal("GM0619", Match("Valkenburg (ZH)").Organisation?.Code?.Value);
    }

    [SharedDataFact(AlgorithmRegister)]
    public void Match_EveryMunicipalityInTheAlgorithmRegister_IsFound()
    {
        using var register = JsonDocument.Parse(File.ReadAllText(SharedData.Path(AlgorithmRegister)));
        var municipalities = register.RootElement.GetProperty("algoritmes").EnumerateArray()
            .Select(each => each.GetProperty("organisatie").GetString() ?? "").Distinct()
            .Where(name => name.StartsWith("Gemeente ", StringComparison.Ordinal)).ToList();
        Assert.True(municipalities.Count > 150);
        Assert.All(municipalities, name => Assert.Equal(MatchOutcome.Found, Match(name, new DateOnly(2026, 8, 8)).Outcome));
    }
}

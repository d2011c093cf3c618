namespace Parelmuur.Search.Tests.Analysis;

public sealed class CompoundsTests(AnalyzerFixture fixture) : IClassFixture<AnalyzerFixture>
{
    [Theory]
    [InlineData("omgevingsvergunning", "omgeving vergunning")]
    [InlineData("schuldhulpverlening", "schuld hulp verlening")]
    [InlineData("schuldhulp", "schuld hulp")]
    [InlineData("afvalinzameling", "afval inzameling")]
    [InlineData("leerlingenvervoer", "leerlingen vervoer")]
    [InlineData("parkeervergunning", "parkeer vergunning")]
    [InlineData("referentiecomponent", "referentie component")]
    [InlineData("zaakgerichtwerken", "zaak gericht werken")]
    [InlineData("bestemmingsplan", "bestemming plan")]
    [InlineData("bezwaarschrift", "bezwaar schrift")]
    [InlineData("gemeentesecretaris", "gemeente secretaris")]
    [InlineData("gemeenteraad", "gemeente raad")]
    [InlineData("raadsinformatiesysteem", "raads informatie systeem")]
    [InlineData("raadsvergadering", "raads vergadering")]
    [InlineData("collegebesluit", "college besluit")]
    [InlineData("subsidieverlening", "subsidie verlening")]
    [InlineData("subsidieaanvraag", "subsidie aanvraag")]
    [InlineData("vergunninghouder", "vergunning houder")]
    [InlineData("verkeersbesluit", "verkeer besluit")]
    [InlineData("woningbouwprogramma", "woning bouw programma")]
    [InlineData("gegevensuitwisseling", "gegeven uitwisseling")]
    [InlineData("identiteitsbewijs", "identiteit bewijs")]
    [InlineData("grondwaterpeil", "grond water peil")]
    [InlineData("inwonerparticipatie", "inwoner participatie")]
    [InlineData("burgerparticipatie", "burger participatie")]
    [InlineData("burgerinitiatief", "burger initiatief")]
    [InlineData("jeugdhulpverlening", "jeugd hulp verlening")]
    [InlineData("jeugdgezondheidszorg", "jeugd gezondheid zorg")]
    [InlineData("huishoudhulp", "huishoud hulp")]
    [InlineData("gehandicaptenparkeerkaart", "gehandicapten parkeer kaart")]
    [InlineData("evenementenvergunning", "evenementen vergunning")]
    [InlineData("hondenbelasting", "honden belasting")]
    [InlineData("toeristenbelasting", "toeristen belasting")]
    [InlineData("afvalstoffenheffing", "afval stoffen heffing")]
    [InlineData("rioolheffing", "riool heffing")]
    [InlineData("belastingaanslag", "belasting aanslag")]
    [InlineData("huurtoeslag", "huur toeslag")]
    [InlineData("inkomenstoeslag", "inkomen toeslag")]
    [InlineData("energietransitie", "energie transitie")]
    [InlineData("warmtenet", "warmte net")]
    [InlineData("klimaatadaptatie", "klimaat adaptatie")]
    [InlineData("duurzaamheidslening", "duurzaamheid lening")]
    [InlineData("milieustraat", "milieu straat")]
    [InlineData("milieueffectrapport", "milieu effect rapport")]
    [InlineData("waterbeheer", "water beheer")]
    [InlineData("groenbeheer", "groen beheer")]
    [InlineData("rioolbeheer", "riool beheer")]
    [InlineData("wegbeheerder", "weg beheerder")]
    [InlineData("speeltuinbeheer", "speel tuin beheer")]
    [InlineData("begraafplaats", "begraaf plaats")]
    [InlineData("marktstandplaats", "markt stand plaats")]
    [InlineData("fietsenstalling", "fietsen stalling")]
    [InlineData("laadpaal", "laad paal")]
    [InlineData("basisregistratie", "basis registratie")]
    [InlineData("persoonsgegevens", "persoon gegevens")]
    [InlineData("zaaksysteem", "zaak systeem")]
    [InlineData("documentbeheer", "document beheer")]
    [InlineData("archiefbeheer", "archief beheer")]
    [InlineData("klantcontactcentrum", "klant contact centrum")]
    [InlineData("gegevensmagazijn", "gegeven magazijn")]
    [InlineData("informatiebeveiliging", "informatie beveiliging")]
    [InlineData("toegangsbeheer", "toegang beheer")]
    [InlineData("personeelsadministratie", "personeel administratie")]
    [InlineData("salarisadministratie", "salaris administratie")]
    [InlineData("inkoopbeleid", "inkoop beleid")]
    [InlineData("contractbeheer", "contract beheer")]
    [InlineData("meldingenafhandeling", "meldingen afhandeling")]
    [InlineData("veiligheidsregio", "veiligheid regio")]
    [InlineData("rampenbestrijding", "rampen bestrijding")]
    [InlineData("gebiedsverbod", "gebied verbod")]
    [InlineData("buurtpreventie", "buurt preventie")]
    [InlineData("wijkteam", "wijk team")]
    [InlineData("onderwijshuisvesting", "onderwijs huis vesting")]
    [InlineData("leerplichtambtenaar", "leer plicht ambtenaar")]
    [InlineData("kinderopvang", "kinder opvang")]
    [InlineData("schoolverzuim", "school verzuim")]
    [InlineData("inburgeringsexamen", "inburgering examen")]
    [InlineData("vreemdelingenbesluit", "vreemdelingen besluit")]
    [InlineData("verkiezingsuitslag", "verkiezing uitslag")]
    [InlineData("stembureau", "stem bureau")]
    [InlineData("participatiewet", "participatie wet")]
    [InlineData("omgevingswet", "omgeving wet")]
    [InlineData("huisvestingswet", "huis vesting wet")]
    [InlineData("bouwvergunningen", "bouw vergunningen")]
    [InlineData("kapvergunning", "kap vergunning")]
    [InlineData("funderingsherstelsubsidie", "fundering herstel subsidie")]
    [InlineData("dienstverlening", "dienst verlening")]
    [InlineData("minderhedenbeleid", "minderheden beleid")]
    public void Split_RealCompound_GivesItsParts(string word, string parts) => Assert.Equal(parts, Leaves(word));

    [Theory]
    [InlineData("vergunning")]
    [InlineData("gemeente")]
    [InlineData("burgemeester")]
    [InlineData("begroting")]
    [InlineData("belasting")]
    [InlineData("kantoor")]
    [InlineData("overheid")]
    [InlineData("onderwijs")]
    [InlineData("voorziening")]
    [InlineData("uitkering")]
    [InlineData("aanvraag")]
    [InlineData("inwoner")]
    [InlineData("bestemming")]
    [InlineData("waterschap")]
    [InlineData("gemeenschap")]
    [InlineData("veiligheid")]
    [InlineData("gezondheid")]
    [InlineData("duurzaamheid")]
    [InlineData("openbaarheid")]
    [InlineData("aansprakelijkheid")]
    [InlineData("subsidie")]
    [InlineData("subsidiering")]
    [InlineData("fasering")]
    [InlineData("financiering")]
    [InlineData("digitalisering")]
    [InlineData("registratie")]
    [InlineData("organisatie")]
    [InlineData("participatie")]
    [InlineData("toezicht")]
    [InlineData("handhaving")]
    [InlineData("handleiding")]
    [InlineData("maatregel")]
    [InlineData("maandag")]
    [InlineData("werkloos")]
    [InlineData("betaalbaar")]
    [InlineData("bereikbaar")]
    [InlineData("beschikbaarheid")]
    [InlineData("verordening")]
    [InlineData("vergadering")]
    [InlineData("kwijtschelding")]
    [InlineData("ontheffing")]
    [InlineData("inrichting")]
    [InlineData("algoritme")]
    [InlineData("referendum")]
    [InlineData("monitoring")]
    [InlineData("automaat")]
    [InlineData("bibliotheek")]
    [InlineData("verantwoordelijk")]
    [InlineData("maatschappelijk")]
    [InlineData("utrecht")]
    public void Split_NoCompound_StaysWhole(string word) => Assert.Equal("", Leaves(word));

    [Fact]
    public void Split_ThreeParts_AlsoGivesPairs()
    {
        var parts = fixture.Analyzer.Term("schuldhulpverlening").Parts;

        Assert.Equal(["schuld", "hulp", "verlening", "schuldhulp", "hulpverlening"], parts.Select(part => part.Folded));
        Assert.Equal([1, 1, 1, 2, 2], parts.Select(part => part.Leaves));
    }

    [Fact]
    public void Split_PartsHaveTheStemOfTheWordAlone()
    {
        var part = fixture.Analyzer.Term("leerlingenvervoer").Parts[0];

        Assert.Equal(fixture.Analyzer.Term("leerling").Stem, part.Stem);
        Assert.Equal(("leerlingen", 0, 10), (part.Folded, part.Start, part.Length));
    }

    [Fact]
    public void Split_LinkingS_IsNoPart()
    {
        var parts = fixture.Analyzer.Term("omgevingsvergunning").Parts;

        Assert.Equal(("omgeving", 0), (parts[0].Folded, parts[0].Start));
        Assert.Equal(("vergunning", 9), (parts[1].Folded, parts[1].Start));
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("huishuishuishuishuishuishuishuishuishuis")]
    [InlineData("xxxxxx")]
    public void Split_Nonsense_DoesNotBreak(string word) => Assert.NotNull(Leaves(word));

    private string Leaves(string word) => string.Join(' ',
        fixture.Analyzer.Term(word).Parts.Where(part => part.Leaves == 1).Select(part => part.Folded));
}

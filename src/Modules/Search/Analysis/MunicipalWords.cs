namespace Parelmuur.Search.Analysis;

/// <summary>What the word list lacks: words of municipal work, and words it keeps out of compounds for its own reasons.</summary>
/// <remarks>
/// A spelling checker leaves short and common words out of compounds, since they would hide spelling errors. Search
/// wants them: a wrong split costs little, a missed one hides what somebody looks for.
/// </remarks>
internal static class MunicipalWords
{
    private const string BeginOrEnd =
        "water milieu bank ruimte warmte kamer web bus dag dak vak open zelf wagen leven leiding punt belang gezag " +
        "handel publiek district content euro recht verblijf contract pensioen land verkoop naam minister kap " +
        "wet plan taak net weg lid bot chatbot inwoner burger dashboard casus zaak regie sensor drone camera scan portaal " +
        "app apps website site model tool hub cloud platform keten netwerk schema sjabloon formulier factuur " +
        "dossier register registratie archief griffie college wijk buurt kern straat plein boom bomen perk gras " +
        "riool sloot brug sluis gemaal dijk haven markt horeca terras evenement kermis begraafplaats " +
        "afval huisvuil grofvuil container milieustraat groen bodem grond erf pacht woning huur koop kavel bouw " +
        "welstand monument erfgoed archeologie leefomgeving omgevingswet participatie democratie referendum " +
        "verkiezing stemmen kiezer raad raadslid fractie motie amendement bezwaar beroep klacht melding vergunning " +
        "ontheffing aanvraag besluit verordening beleid beleidsplan visie nota subsidie fonds lening garantie belasting " +
        "heffing aanslag kwijtschelding begroting rekening budget schuld armoede minima bijstand uitkering toeslag " +
        "inkomen werk baan banen loon reintegratie inburgering taal jeugd gezin opvoeding kind ouder opvang school " +
        "onderwijs leerplicht leerling student sport spel cultuur museum bibliotheek muziek kunst zorg mantelzorg " +
        "vrijwilliger senioren ouderen jongeren statushouder vluchteling nieuwkomer asiel wijkteam huisarts apotheek " +
        "veiligheid handhaving toezicht boete overlast ondermijning cyber crisis ramp brandweer politie parkeren " +
        "parkeer verkeer vervoer fiets auto trein tram mobiliteit laadpaal stikstof klimaat energie zon wind waterstof " +
        "isolatie circulair circulariteit grondstof duurzaamheid natuur landschap recreatie toerisme " +
        "paspoort rijbewijs reisdocument identiteit adres persoon persoonsgegeven gegeven data dataset algoritme " +
        "privacy beveiliging toegang inlog wachtwoord certificaat koppeling koppelvlak component standaard architectuur " +
        "informatie document brief post mail telefoon chat balie loket klant contact afspraak agenda planning rooster " +
        "personeel salaris inkoop aanbesteding leverancier project programma proces procedure werkplaats traject " +
        "regio provincie gemeente rijk kader spoor route kaart tekening beeld foto video geluid spraak tekst vertaling " +
        "vraag antwoord zoek machine robot kennis innovatie experiment pilot proef test audit controle monitor monitoring";

    private const string Begin =
        "raads stads staats volks dorps beroeps personeels rechts lands zieken boeren kosten belangen punten wegen " +
        "kaarten bedrijven eigen eerste samen sociaal openbaar nationaal voorkeur hybride euro hoog laag kort lang sloop " +
        "snel midden klein groot gas zakelijk publieks collectief beschikbaar gebruiks woon leef speel " +
        "programmeer ontwerp concept basis kern hoofd deel sub multi micro macro";

    private const string BeginWithS =
        "recht raad beheer toezicht land naam contract pensioen inwoner uitval burgerschap verhaal verblijf leven " +
        "gezag handel bedrijf verkoop verkeer bestuur overheid eigendom vermogen onderzoek beroep bezwaar";

    private const string End =
        "stelling stichting taal stand teken ziek huizen peil stel reizen maken houden kundig actief neutraal " +
        "vaardig rijden schrijven lezen kopen telling krachtig spits stap leden " +
        "taken werken gestuurd gericht gebonden vriendelijk bewust arm rijke intensief neutrale gedreven overstijgend " +
        "wijzer gids makelaar coach regisseur consulent wijs breed brede planner scanner viewer meter checker";

    // Endings and beginnings that happen to be words too.
    private const string NoPart =
        "ring teer loos loze lozen loosheid baar bare baren schap lijk rijk zaam heid ster eren teren deren haver " +
        "loog logen graaf grafe grafen scoop leren aarden nemer gever king ping ling tering sering " +
        "aan af bij door in mee mede na om onder op over tegen toe uit van voor voort her ver ont achter";

    private const string Whole =
        "handleiding automaat boomgaard handschoen waarschuw waarschuwing handhaver glimlach glimlachen stopcontact " +
        "maatregel maatschappij oorzaak bestand burgemeester draagvlak tijdstip grondslag waarborg achternaam " +
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag website voordeel nadeel aandeel standpunt " +
        "aardappel bladzijde hoofdstuk grootvader grootmoeder schoonmaak landschap wetenschap gezelschap " +
        "internet transactie spektakel portfolio harddisk cashflow software hardware database blootstellen blootstelling";

    /// <summary>Adds the words with their roles.</summary>
    public static void AddTo(LexiconBuilder words) => words
        .AddAll(BeginOrEnd, WordRole.Word | WordRole.Begin | WordRole.End)
        .AddAll(Begin, WordRole.Word | WordRole.Begin)
        .AddAll(BeginWithS, WordRole.Word | WordRole.BeginWithS)
        .AddAll(End, WordRole.Word | WordRole.End)
        .AddAll(NoPart, WordRole.NoPart)
        .AddAll(Whole, WordRole.Whole);
}

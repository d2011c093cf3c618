using System.Collections.Frozen;

namespace Parelmuur.Search.Analysis;

/// <summary>Words that stand in texts about anything: they may be asked for, but hardly tell what a text is about.</summary>
/// <remarks>How rare they are in the catalogue says little: "voordat" may stand in three of a hundred entries.</remarks>
internal static class GeneralWords
{
    private static readonly FrozenSet<string> Stems = string.Join(' ',
        "voordat nadat daarna daarom daarnaast daarbij verder ongeveer bijna binnenkort tegelijk eerst eerste tweede derde",
        "laatste volgende vorige hele heel erg echt alleen altijd meestal tijdens ruim vooral graag zelf samen opnieuw snel",
        "sneller vroeg vroeger laat later lang langer kort korter groot groter klein kleiner goed goede beter best slecht",
        "nieuw nieuwe oud oude hoog hoger laag lager makkelijk moeilijk simpel gewoon gewone eigen nodig mogelijk verschillend",
        "belangrijk duidelijk huidig komend komende bepaald totaal extra vier vijf zes zeven acht negen tien twintig honderd",
        "duizend half twee drie euro procent aantal paar keer deel stuk helft uur minuut dag week weken maand kwartaal jaar",
        "tijd moment afgelopen jaarlijks wekelijks dagelijks ochtend middag manier wijze geval punt zaak ding soort vorm plek",
        "kant doel komen komt kwam krijgen krijgt maken maakt geven geeft nemen neemt staan staat zitten zit liggen ligt lopen",
        "houden houdt vinden vindt weten weet denken denkt zien ziet kijken kijkt zoeken zoekt vragen vraag zeggen zegt",
        "blijken blijkt blijven blijft brengen brengt zetten zet leggen legt stellen stelt gebruiken gebruik werken werkt",
        "helpen hulp proberen duren duurt starten stoppen beginnen begint zorgen zorgt bieden biedt leveren ontvangen sturen",
        "gebeuren betekenen betreffen betrekken bestaan ontstaan voorkomen lukken passen past spelen hebben kiezen mensen mens",
        "ondersteunen ondersteuning uitvoeren uitvoering realiseren verbeteren inzetten toepassen bepalen behoren dienen",
        "helaas mede zelfs immers juist bovendien echter namelijk overal nergens ergens nauwelijks alweer voortdurend zomaar",
        "vanzelf weer liever misschien waarschijnlijk eindelijk direct meteen vlot duur zwaar licht ver dichtbij vol leeg",
        "enkel sommige meerdere allerlei oog hand hoofd rol stap kans reden gevolg basis kader situatie mogelijkheid wens behoefte",
        "effectief efficiënt structureel actief handig praktisch lastig ingewikkeld bestaand gericht voldoende goedkoop",
        "raken lijken kennen begrijpen snappen voelen hopen wensen verwachten horen merken wijzigen veranderen vergroten verkleinen",
        "verhogen verlagen verminderen stijgen dalen groeien ontbreken hoeven durven mogen opstellen inrichten organiseren regelen",
        "gemeente gemeenten gemeentelijk inwoner inwoners organisatie medewerker medewerkers college plan project proef aanpak")
        .Split(' ').Select(Stemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether words with this stem stand in texts about anything.</summary>
    public static bool Contains(string stem) => Stems.Contains(stem);
}

namespace Parelmuur.Catalogue.Import.Spreadsheet;

/// <summary>A column of the spreadsheet.</summary>
/// <param name="Name">What stands above it; capitals and accents make no difference.</param>
/// <param name="Explanation">What to fill in.</param>
/// <param name="Example">For instance.</param>
internal sealed record Column(string Name, string Explanation, string Example);

/// <summary>The columns of the template. A spreadsheet may leave out columns and have others: those are not read.</summary>
internal static class Columns
{
    public const string Id = "Kenmerk", Title = "Titel", Promise = "Belofte", Problem = "Probleem", WhatWeDid = "Wat is er gedaan",
        Result = "Resultaat", ForWhom = "Voor wie", Kind = "Soort", Themes = "Thema's", Tasks = "Taken", Laws = "Wetten",
        Requirements = "Wat is er nodig", Licence = "Licentie", Link = "Link", Mailbox = "Postbus", Maker = "Bedacht door",
        Year = "Jaar", Users = "Gebruikt door", Planned = "In voorbereiding bij";

    /// <summary>How the kinds are called.</summary>
    public static IReadOnlyDictionary<string, SolutionKind> Kinds { get; } = new Dictionary<string, SolutionKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["Werkwijze"] = SolutionKind.WorkPractice,
        ["Product"] = SolutionKind.Product,
        ["Dienst"] = SolutionKind.Service,
        ["Programma"] = SolutionKind.Programme,
        ["Modeldocument"] = SolutionKind.ModelDocument,
        ["Instrument"] = SolutionKind.Instrument,
        ["Software"] = SolutionKind.Software,
        ["Gegevensset"] = SolutionKind.DataSet,
        ["Standaard"] = SolutionKind.Standard,
        ["Inkoop"] = SolutionKind.Procurement,
    };

    /// <summary>In the order of the template.</summary>
    public static IReadOnlyList<Column> All { get; } =
    [
        new(Id, "Een eigen nummer of code. Zo wordt de rij een volgende keer herkend. Leeg mag: dan telt de titel.", "2026-014"),
        new(Title, "Verplicht. Hoogstens 80 tekens.", "Avondspreekuur schulden"),
        new(Promise, "Verplicht. In één zin: wat doet het voor wie? Hoogstens 160 tekens.", "Wie overdag werkt, krijgt ’s avonds hulp bij schulden."),
        new(Problem, "Wat was er aan de hand?", "Overdag komen werkenden niet naar het spreekuur."),
        new(WhatWeDid, "Wat hebt u gedaan of gemaakt?", "Elke dinsdag is het loket open tot negen uur."),
        new(Result, "Wat leverde het op? Noem een getal en hoe u dat mat.", "Vier van de tien bezoekers kwamen voor het eerst."),
        new(ForWhom, "Voor wie is het bedoeld?", "Inwoners met een baan en schulden"),
        new(Kind, $"Eén van: {string.Join(", ", Kinds.Keys)}. Leeg telt als Werkwijze.", "Werkwijze"),
        new(Themes, "Eén tot drie, met een puntkomma ertussen.", "Bestaanszekerheid"),
        new(Tasks, "Taken van de gemeente, met een puntkomma ertussen.", "Schuldhulpverlening"),
        new(Laws, "Wetten, met een puntkomma ertussen.", "Wet gemeentelijke schuldhulpverlening"),
        new(Requirements, "Wat heeft een ander nodig om mee te doen?", "Twee medewerkers en een zaal"),
        new(Licence, "De licentie, bij software bijvoorbeeld EUPL-1.2.", ""),
        new(Link, "Een adres met meer uitleg.", "https://voorbeeld.nl/avondspreekuur"),
        new(Mailbox, "Een mailadres van een afdeling, niet van een persoon.", "schulden@voorbeeld.nl"),
        new(Maker, "De gemeente of organisatie die het bedacht.", "Gouda"),
        new(Year, "Het jaar waarin het begon.", "2024"),
        new(Users, "Gemeenten die het gebruiken, met een puntkomma ertussen. Een gemeentecode mag ook.", "Gouda; Waddinxveen"),
        new(Planned, "Gemeenten die het gaan gebruiken, met een puntkomma ertussen.", "Zuidplas"),
    ];
}

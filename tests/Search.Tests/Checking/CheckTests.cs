using static Parelmuur.Search.Tests.Catalogue;

namespace Parelmuur.Search.Tests.Checking;

public class CheckTests
{
    private const string EarlySignals =
        "Wij sporen inwoners met schulden vroeg op. Woningcorporaties, zorgverzekeraars en energiebedrijven geven " +
        "achterstanden door. Een medewerker gaat langs en biedt schuldhulp aan.";

    private const string Permits =
        "Aanvragers zien vooraf of zij een omgevingsvergunning nodig hebben. Een vragenlijst toetst het bouwplan aan het omgevingsplan.";

    private static readonly SearchEntry[] Entries =
    [
        Entry(1, "Vroeg erop af", "Schulden eerder in beeld", EarlySignals),
        Entry(2, "Vergunningcheck", "Weet vooraf of u een vergunning nodig hebt", Permits),
        Entry(3, "Zwembad", "Toegang met de stadspas", "Kinderen zwemmen gratis in de zomer."),
    ];

    [Fact]
    public void Check_SamePlanInOtherWords_IsStrong()
    {
        var answer = new Catalogue(Entries).Engine.Check(new CheckQuestion(
            "We willen mensen met schulden eerder bereiken. Energiebedrijven en woningcorporaties melden ons een achterstand, " +
            "waarna een medewerker hulp aanbiedt."));
        var match = answer.Matches[0];
        Assert.Equal(1, Number(match.Id));
        Assert.InRange(match.Strength, 4, 5);
        Assert.Contains(match.Why, why => why is { Asked: "Energiebedrijven", Found: "energiebedrijven", How: MatchKind.Exact });
        Assert.Equal(1, match.Why.Sum(why => why.Share), precision: 3);
    }

    [Fact]
    public void Check_TextItself_IsStrongest()
    {
        var answer = new Catalogue(Entries).Engine.Check(new CheckQuestion(Permits));
        Assert.Equal((2, 5), (Number(answer.Matches[0].Id), answer.Matches[0].Strength));
        Assert.DoesNotContain(answer.Matches, match => Number(match.Id) == 3);
    }

    [Fact]
    public void Check_OthersTellIt_TheBestTextCountsAndIsNamed()
    {
        SearchEntry[] entries = [.. Entries, Entry(4, "Hulplijn", "Bel ons", "Wij nemen de telefoon op.") with
        {
            Tellings = ["Kinderen zwemmen gratis in de zomer.", "Dronevluchten meten de hoogte van dijken langs rivieren."],
        }];
        var plain = new Catalogue(Entry(5, "Hulplijn", "Bel ons", "Dronevluchten meten de hoogte van dijken langs rivieren."));
        const string Plan = "Met dronevluchten meten wij dijken langs rivieren.";

        var match = new Catalogue(entries).Engine.Check(new CheckQuestion(Plan)).Matches[0];

        Assert.Equal((4, 1), (Number(match.Id), match.Telling));
        Assert.Equal(plain.Engine.Check(new CheckQuestion(Plan)).Matches[0].Strength, match.Strength);
        Assert.DoesNotContain("zwemmen", match.OnlyInEntry);
        Assert.Null(new Catalogue(entries).Engine.Check(new CheckQuestion("Wij nemen de telefoon op voor hulp.")).Matches[0].Telling);
    }

    [Fact]
    public void Find_WordsOfOthers_CountOnceAndLessThanItsOwn()
    {
        var own = Entry(1, "Een", "", "Dit gaat over dijken.");
        var told = Entry(2, "Twee", "", "Dit gaat over rivieren.") with { Tellings = [.. Enumerable.Range(0, 30).Select(at => $"Tekst {at} over dijken.")] };
        Assert.Equal([1, 2], new Catalogue(told, own).Find("dijken"));
    }

    [Fact]
    public void Check_OtherSubject_HasNoMatch()
    {
        var answer = new Catalogue(Entries).Engine.Check(new CheckQuestion(
            "Voor de appeltaart mengt u bloem, boter en suiker, en bakt u het deeg een uur in de oven."));
        Assert.Empty(answer.Matches);
    }

    [Fact]
    public void Check_Differences_NameWhatTheOtherLacks()
    {
        var match = new Catalogue(Entries).Engine.Check(new CheckQuestion(EarlySignals + " Een drone filmt alles.")).Matches[0];
        Assert.Contains("drone", match.OnlyInPlan);
        Assert.All(match.OnlyInEntry, word => Assert.DoesNotContain(word, EarlySignals, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Check_Differences_LeaveOutPlacesThatAreWordsToo()
    {
        var catalogue = new Catalogue(Entry(1, "Een titel", body: EarlySignals + " Eerst in Gouda en Best, met een kaartenbak."));
        var question = new CheckQuestion(EarlySignals + " Dat doen wij met een drone.");
        var match = catalogue.Engine.Check(question with { Places = ["Gouda", "Best", "Alphen aan den Rijn"] }).Matches[0];
        Assert.Contains("kaartenbak", match.OnlyInEntry);
        Assert.Equal([], match.OnlyInEntry.Intersect(["Gouda", "Best"], StringComparer.OrdinalIgnoreCase));
        Assert.Contains("Gouda", catalogue.Engine.Check(question).Matches[0].OnlyInEntry);
    }

    [Fact]
    public void Check_Differences_NameAThingOnce_AndNoNumbersMonthsOrWordsOfAnyText()
    {
        var catalogue = new Catalogue(Entry(
            1, "Een titel", body: EarlySignals + " In juli gingen 148 kaartenbakken de deur uit, elke kaartenbak in 4.900 minuten, en snel ook."));
        var match = catalogue.Engine.Check(new CheckQuestion(EarlySignals + " In oktober 305 drones, een drone.")).Matches[0];
        Assert.Equal("drones", Assert.Single(match.OnlyInPlan));
        Assert.Single(match.OnlyInEntry, word => word.StartsWith("kaartenbak", StringComparison.Ordinal));
        Assert.Equal([], match.OnlyInEntry.Intersect(["juli", "148", "4.900", "minuten", "snel"]));
    }

    [Fact]
    public void Check_Differences_LeaveOutNamesAndTheTitle()
    {
        var catalogue = new Catalogue(
            Entry(1, "Lantaarnpraat", body: EarlySignals + " Bedacht door Marloes in Deventer, in Den Haag beproefd, met een kaartenbak.") with
            {
                Keywords = ["Zutphen"],
            },
            Entry(2, "Ander", body: "Weer in Den Haag."),
            Entry(3, "Nog een", body: "Ook in Den Haag."));
        var match = catalogue.Engine.Check(new CheckQuestion(EarlySignals + " Dat doen wij in Apeldoorn met een drone.")).Matches[0];
        Assert.Equal(["drone"], match.OnlyInPlan);
        Assert.Contains("kaartenbak", match.OnlyInEntry);
        Assert.Equal([], match.OnlyInEntry.Intersect(["Lantaarnpraat", "Marloes", "Deventer", "Haag", "Zutphen"], StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Check_Marked_IsTheWholeTextInPieces()
    {
        var answer = new Catalogue(Entries).Engine.Check(new CheckQuestion(Permits));
        Assert.Equal(Permits, string.Concat(answer.Marked.Select(piece => piece.Text)));
        Assert.Contains(answer.Marked, piece => piece.Marked && piece.Text.Contains("omgevingsvergunning", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_Filter_LeavesOutTheRest()
    {
        var catalogue = new Catalogue(Entry(1, "Vroeg erop af", body: EarlySignals) with { Facets = [new("stage", "Gem")] });
        var question = new CheckQuestion(EarlySignals) { Filters = [new("stage", "Shared")] };
        Assert.Empty(catalogue.Engine.Check(question).Matches);
    }

    [Fact]
    public void Check_HundredPages_FindsWhatTheyAreAbout()
    {
        var pages = string.Join(' ', Enumerable.Repeat(EarlySignals, 2000));
        Assert.Equal(1, Number(new Catalogue(Entries).Engine.Check(new CheckQuestion(pages)).Matches[0].Id));
    }

    [Fact]
    public void Check_TwoAlikeByThePlanAlone_PutsFirstWhatIsLikeTheBest()
    {
        SearchEntry[] entries =
        [
            Entry(1, "Zonnebloem", body: "Zwerfafval uit de gracht vissen met een veegboot."),
            Entry(2, "Roos", body: "Zwerfafval uit de gracht halen met een veegboot."),
            Entry(3, "Tulp", body: "Gracht schoon: een trapleuning verbeteren."),
            Entry(4, "Lelie", body: "Gracht schoon: een veegboot verbeteren."),
            .. Enumerable.Range(5, 20).Select(number => Entry(number, $"Ander{number}", body: $"trapleuning onderwerp{number}")),
        ];
        var question = new CheckQuestion("Zwerfafval uit de gracht vissen, alles schoon.");
        var numbers = new Catalogue(entries).Engine.Check(question).Matches.Select(match => Number(match.Id)).ToList();
        Assert.Equal([1, 2], numbers[..2].Order());
        Assert.InRange(numbers.IndexOf(4), 2, 2);
    }

    [Fact]
    public void MoreLike_Entry_LeavesItselfOut()
    {
        var catalogue = new Catalogue([.. Entries, Entry(4, "Schulden op tijd zien", body: EarlySignals)]);
        Assert.Equal(4, Number(Assert.Single(catalogue.Engine.MoreLike(Id(1))).Id));
        Assert.Empty(catalogue.Engine.MoreLike(Id(99)));
    }
}

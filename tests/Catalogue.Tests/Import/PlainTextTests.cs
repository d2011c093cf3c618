using Parelmuur.Catalogue.Import;

namespace Parelmuur.Catalogue.Tests.Import;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Gewoon & goed", "Gewoon & goed")]
    [InlineData("<p>Een</p><p>Twee</p>", "Een\n\nTwee")]
    [InlineData("a<script>alert('<b>')</script>b", "ab")]
    [InlineData("a<script>zonder einde", "a")]
    [InlineData("<!-- weg -->hier", "hier")]
    [InlineData("x < y en z > 1", "x < y en z > 1")]
    [InlineData("nooit <gesloten", "nooit <gesloten")]
    [InlineData("caf&eacute; &#x26; bar", "café & bar")]
    [InlineData("twee\t  spaties\r\n\r\n\r\n\r\nen regels ", "twee spaties\n\nen regels")]
    [InlineData("nul\0bel\u0007om\u202Ekeer\u200B", "nulbelomkeer")]
    public void Of_AnyText_IsPlain(string raw, string plain) => Assert.Equal(plain, PlainText.Of(raw, out _));

    [Fact]
    public void Of_HalfAPair_IsLeftOut() => Assert.Equal("a😀b", PlainText.Of("a\uD83D\uDE00\uD83Db", out _));

    [Theory]
    [InlineData("Dit is de eerste zin van het doel. Dit de tweede.", "Dit is de eerste zin van het doel.")]
    [InlineData("Het regelt bijv. Verkeer en o.a. Parkeren in de stad. Daarna niets.", "Het regelt bijv. Verkeer en o.a. Parkeren in de stad.")]
    [InlineData("Doel: helpen. En nu echt wat het doet voor inwoners. Klaar.", "Doel: helpen. En nu echt wat het doet voor inwoners.")]
    [InlineData("Versie 2.0 van het systeem is in gebruik. Klaar.", "Versie 2.0 van het systeem is in gebruik.")]
    public void FirstSentence_Text_EndsWhereAReaderEnds(string text, string sentence) => Assert.Equal(sentence, Shorten.FirstSentence(text));

    [Fact]
    public void Cut_LongText_EndsAtAWord()
    {
        Assert.Equal("een twee…", Shorten.Cut("een twee drie vier", 12));
        Assert.Equal("onafgebrok…", Shorten.Cut("onafgebrokenwoord", 11));
        Assert.Equal("kort", Shorten.Cut("kort", 4));
    }

    [Fact]
    public void Pairs_AlikeTitles_AreFoundAndOthersNot()
    {
        string[] keys =
        [
            "anonimiseringssoftware", "anonimiseringsoftware", "burgerzaken ediensten", "burgerzaken e diensten", "melding openbare ruimte",
            "melding openbare ruimte app", "milieuzone 1", "milieuzone 2", "parkeren", "parkeren vergunning",
        ];

        Assert.Equal([(0, 1), (2, 3), (4, 5)], Alikeness.Pairs(keys));
    }

    [Theory]
    [InlineData("Werkverkenner", "Vuurwerkverkenner")]
    [InlineData("Berekenen huurtoeslag", "Berekenen zorgtoeslag")]
    [InlineData("Chatbot Job", "Chatbot JAI")]
    [InlineData("De vraag naar leeftijd in de BRP", "De vraag naar gezag in de BRP")]
    public void Pairs_OtherThing_AreNotAlike(string one, string other) =>
        Assert.Empty(Alikeness.Pairs([Shorten.TitleKey(one), Shorten.TitleKey(other)]));

    [Theory]
    [InlineData("Anonimiseringsoftware", "Anonimiseringssoftware")]
    [InlineData("Verkeersregelinstallatie", "Verkeers Regel Installatie (VRI)")]
    [InlineData("e-Diensten iBurgerzaken", "Burgerzaken: eDiensten")]
    [InlineData("Parkeercontrole met scanauto", "Parkeercontroles van scanauto's")]
    public void Pairs_OtherSpelling_AreAlike(string one, string other) =>
        Assert.Single(Alikeness.Pairs([Shorten.TitleKey(one), Shorten.TitleKey(other)]));
}

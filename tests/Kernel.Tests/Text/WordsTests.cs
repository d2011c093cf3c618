using System.Globalization;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Kernel.Tests.Text;

public sealed class WordsTests : IDisposable
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture, uiCulture = CultureInfo.CurrentUICulture;
    private readonly Words words = new([typeof(WordsTests).Assembly]);

    [Fact]
    public void Text_ForADutchReader_IsTheKey()
    {
        ReadAs("nl-NL");

        Assert.Equal("Muur", words["Muur"]);
        Assert.False(Words.IsEnglish);
    }

    [Fact]
    public void Text_ForAnEnglishReader_IsTranslated()
    {
        ReadAs("en-GB");

        Assert.Equal("Wall", words["Muur"]);
        Assert.True(Words.IsEnglish);
    }

    [Fact]
    public void Text_WithoutTranslation_StaysDutch()
    {
        ReadAs("en-GB");

        Assert.Equal("Onvertaald", words["Onvertaald"]);
    }

    [Theory]
    [InlineData("nl-NL", "1.250,5 oplossingen sinds 2026")]
    [InlineData("en-GB", "1,250.5 solutions since 2026")]
    public void Text_WithValues_IsWrittenAsTheLanguageWritesThem(string language, string expected)
    {
        ReadAs(language);

        Assert.Equal(expected, words["{0} oplossingen sinds {1}", 1250.5m.ToString("N1", CultureInfo.CurrentCulture), 2026]);
    }

    [Theory]
    [InlineData("nl-NL", 0, "0 oplossingen")]
    [InlineData("nl-NL", 1, "Eén oplossing")]
    [InlineData("en-GB", 1, "One solution")]
    [InlineData("en-GB", 2, "2 solutions")]
    public void Count_ChoosesOneOrMore(string language, int number, string expected)
    {
        ReadAs(language);

        Assert.Equal(expected, words.Count(number, "Eén oplossing", "{0} oplossingen"));
    }

    [Theory]
    [InlineData("nl-NL", "8 augustus 2026", "augustus 2026")]
    [InlineData("en-GB", "8 August 2026", "August 2026")]
    public void Day_And_Month_ReadAsPeopleSayThem(string language, string day, string month)
    {
        ReadAs(language);
        var date = new DateOnly(2026, 8, 8);

        Assert.Equal(day, Words.Day(date));
        Assert.Equal(month, Words.Month(date));
    }

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);

    private static void ReadAs(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(language);
}

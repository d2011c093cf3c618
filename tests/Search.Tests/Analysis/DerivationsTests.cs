using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Tests.Analysis;

public class DerivationsTests
{
    [Theory]
    [InlineData("communicatie", "communiceren")]
    [InlineData("aanvrager", "aanvraag")]
    [InlineData("aanvraag", "aanvrager")]
    [InlineData("digitaal", "digitaliseren")]
    [InlineData("digitalisering", "digitaal")]
    [InlineData("selectie", "selecteren")]
    [InlineData("publiceren", "publicatie")]
    [InlineData("crimineel", "criminaliteit", false)]
    [InlineData("bedrag", "bedragen", false)]
    [InlineData("werk", "werkelijk", false)]
    [InlineData("sloot", "slot", false)]
    public void Of_Word_KnowsItsFamily(string word, string other, bool isFamily = true) =>
        Assert.Equal(isFamily, Derivations.Of(Stemmer.Stem(word)).Contains(Stemmer.Stem(other), StringComparer.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("aanvraag")]
    public void Of_Word_NeverGivesItself(string stem) => Assert.DoesNotContain(stem, Derivations.Of(stem));
}

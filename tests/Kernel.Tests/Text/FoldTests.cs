using Parelmuur.Kernel.Text;

namespace Parelmuur.Kernel.Tests.Text;

public sealed class FoldTests
{
    [Theory]
    [InlineData("Súdwest-Fryslân", "sudwest-fryslan")]
    [InlineData("COÖPERATIE", "cooperatie")]
    [InlineData("su\u0301d", "sud")]
    [InlineData("Ærø, Łódź, Straße", "aero, lodz, strasse")]
    [InlineData("Ĳsselstein", "ijsselstein")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("wmo 2015", "wmo 2015")]
    [InlineData("", "")]
    [InlineData("Θεσσαλονίκη", "θεσσαλονικη")]
    public void Text_CaseAndDiacritics_AreGone(string text, string folded) => Assert.Equal(folded, Fold.Text(text));

    [Theory]
    [InlineData("Súdwest-Fryslân")]
    [InlineData("Straße in ’s-Hertogenbosch")]
    public void Text_OfFoldedText_IsTheSame(string text) => Assert.Equal(Fold.Text(text), Fold.Text(Fold.Text(text)));

    [Fact]
    public void SortKey_PutsDutchNamesWherePeopleLook()
    {
        string[] names = ["Utrecht", "'s-Gravenhage", "Gouda", "’t Harde", "Ede", "'s-Hertogenbosch", "Hattem"];

        var sorted = names.Order(Comparer<string>.Create((left, right) =>
            string.CompareOrdinal(Fold.SortKey(left), Fold.SortKey(right))));

        Assert.Equal(["Ede", "Gouda", "'s-Gravenhage", "’t Harde", "Hattem", "'s-Hertogenbosch", "Utrecht"], sorted);
    }
}

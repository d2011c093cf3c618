using Parelmuur.Kernel.Text;
using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Tests.Analysis;

public sealed class FoldingTests
{
    [Fact]
    public void Word_EveryLetter_FoldsAsEverywhereElse()
    {
        var wrong = Enumerable.Range(0, 0x10000).Select(code => (char)code)
            .Where(letter => char.IsLetterOrDigit(letter) && Fold.Text(letter.ToString()).Length <= Folding.MostPerLetter)
            .Where(letter => !Folding.IsApostrophe(letter) && Folded(letter.ToString()) != Fold.Text(letter.ToString()));

        Assert.Empty(wrong.Select(letter => $"{(int)letter:X4}"));
    }

    [Theory]
    [InlineData("Súdwest-Fryslân", "sudwestfryslan")]
    [InlineData("b.v.", "bv")]
    [InlineData("2.1", "2.1")]
    [InlineData("foto’s", "foto's")]
    [InlineData("Æsir", "aesir")]
    public void Word_Marks_AreEvenedOut(string word, string folded) => Assert.Equal(folded, Folded(word));

    private static string Folded(string word)
    {
        Span<char> room = stackalloc char[word.Length * Folding.MostPerLetter];
        return room[..Folding.Word(word, room)].ToString();
    }
}

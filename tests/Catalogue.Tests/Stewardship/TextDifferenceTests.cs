using Parelmuur.Catalogue.Stewardship;

namespace Parelmuur.Catalogue.Tests.Stewardship;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("Bellen helpt.", "Bellen helpt altijd.", "Bellen helpt{+ altijd}.")]
    [InlineData("Bel binnen een week", "Bel morgen een keer", "Bel {-binnen}{+morgen} een {-week}{+keer}")]
    [InlineData("een twee drie", "vier vijf zes", "{-een twee drie}{+vier vijf zes}")]
    [InlineData("", "nieuw", "{+nieuw}")]
    [InlineData("weg", "", "{-weg}")]
    [InlineData("a\nb", "a\nb", "a\nb")]
    public void Of_TwoTexts_MarksTheWordsThatDiffer(string before, string after, string expected)
    {
        var pieces = TextDifference.Of(before, after).Pieces;

        Assert.Equal(expected, string.Concat(pieces.Select(piece => piece.Kind switch
        {
            DiffKind.Gone => $"{{-{piece.Text}}}",
            DiffKind.Come => $"{{+{piece.Text}}}",
            _ => piece.Text,
        })));
        Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Come).Select(piece => piece.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Gone).Select(piece => piece.Text)));
    }
}

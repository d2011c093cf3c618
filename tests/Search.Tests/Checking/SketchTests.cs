using static Parelmuur.Search.Tests.Catalogue;

namespace Parelmuur.Search.Tests.Checking;

/// <summary>Comparing two texts by what they are about.</summary>
public sealed class SketchTests
{
    private readonly Catalogue catalogue = new(
        Entry(1, "Vroegbel", body: "Bel inwoners met een betaalachterstand binnen een week."),
        Entry(2, "Bladkorf", body: "Bewoners verzamelen bladeren in een korf."),
        Entry(3, "Straatfeest", body: "Meld een feest in je straat zonder vergunning."));

    [Fact]
    public void Compare_SameText_IsOne() =>
        Assert.Equal(1, Compare("We bellen bij een betaalachterstand.", "We bellen bij een betaalachterstand.").Cosine, 3);

    [Fact]
    public void Compare_NothingInCommon_IsZero() =>
        Assert.Equal(default, Compare("We bellen bij een betaalachterstand.", "Een korf vol bladeren."));

    [Fact]
    public void Compare_OtherFormsAndCompounds_AreAlike() =>
        Assert.InRange(Compare("Bellen bij betaalachterstanden", "Wij bellen inwoners met een betaalachterstand op").Cosine, 0.5, 1);

    [Fact]
    public void Compare_WordsThatNoEntryKnows_CountToo() =>
        Assert.InRange(Compare("Xyzzyqwx blorptang", "Blorptang met xyzzyqwx").Cosine, 0.9, 1.01);

    [Fact]
    public void Compare_ShortQuestionInLongText_IsCovered()
    {
        var likeness = Compare("betaalachterstand", "Wij bellen inwoners met een betaalachterstand en doen nog heel veel andere dingen in de wijk");

        Assert.InRange(likeness.Covered, 0.99, 1.01);
        Assert.InRange(likeness.Cosine, 0.01, 0.9);
    }

    [Fact]
    public void Compare_WithoutWords_IsZero() => Assert.Equal(default, Compare("", "betaalachterstand"));

    private TextLikeness Compare(string text, string other) =>
        Assert.Single(catalogue.Engine.Compare(catalogue.Engine.Sketch(text), [catalogue.Engine.Sketch(other)]));
}

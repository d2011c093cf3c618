using Parelmuur.Kernel.Text;

namespace Parelmuur.Kernel.Tests.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Woo in één keer goed", "woo-in-een-keer-goed")]
    [InlineData("  Eén  loket -- voor   iedereen!  ", "een-loket-voor-iedereen")]
    [InlineData("Foto's van 's-Gravenhage", "fotos-van-s-gravenhage")]
    [InlineData("Regel 1.2/b & c", "regel-1-2-b-c")]
    [InlineData("<script>alert(1)</script>", "script-alert-1-script")]
    [InlineData("???", "oplossing")]
    [InlineData("", "oplossing")]
    [InlineData("日本", "oplossing")]
    public void From_Title_GivesReadableAddress(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void From_LongTitle_StaysWithinTheLimitAndEndsInALetter()
    {
        var slug = Slug.From(string.Concat(Enumerable.Repeat("vergunning ", 30)));

        Assert.InRange(slug.Length, Slug.MaxLength - 10, Slug.MaxLength);
        Assert.Matches("^[a-z-]*[a-z]$", slug);
    }

    [Fact]
    public void Unique_FreeSlug_Stays() => Assert.Equal("muur", Slug.Unique("muur", _ => false));

    [Fact]
    public void Unique_TakenSlug_GetsTheFirstFreeNumber()
    {
        HashSet<string> taken = ["muur", "muur-2", "muur-4"];

        Assert.Equal("muur-3", Slug.Unique("muur", taken.Contains));
    }

    [Fact]
    public void Unique_LongestSlugTaken_StaysWithinTheLimit()
    {
        var longest = new string('a', Slug.MaxLength);

        var unique = Slug.Unique(longest, longest.Equals);

        Assert.InRange(unique.Length, 1, Slug.MaxLength);
        Assert.NotEqual(longest, unique);
    }
}

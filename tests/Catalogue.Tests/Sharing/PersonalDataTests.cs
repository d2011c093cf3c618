using Parelmuur.Catalogue.Sharing;

namespace Parelmuur.Catalogue.Tests.Sharing;

/// <summary>What the warning about residents sees, and what it leaves alone.</summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("BSN 111222333", "een burgerservicenummer")]
    [InlineData("bsn 1112.22.333.", "een burgerservicenummer")]
    [InlineData("NL91 ABNA 0417 1643 00", "een rekeningnummer")]
    [InlineData("naar NL91ABNA0417164300 overmaken", "een rekeningnummer")]
    [InlineData("bel 06-12345678", "een telefoonnummer")]
    [InlineData("bel +31 6 12 34 56 78", "een telefoonnummer")]
    [InlineData("mail jan@voorbeeld.nl", "een e-mailadres")]
    public void Text_WithSomethingOfAResident_IsSeen(string text, string what) => Assert.Contains(what, PersonalData.In([text]));

    [Theory]
    [InlineData("We sparen 123456789 euro")]
    [InlineData("In 2026 deden 342 gemeenten mee")]
    [InlineData("NL91 ABNA 1417 1643 01")]
    [InlineData("zaak 000000000")]
    [InlineData("postcode 7201 AB, van 9.00 tot 17.00 uur")]
    [InlineData("@gemeente op sociale media")]
    [InlineData("Het nummer is 1234\u0665\u0666\u0667\u0668\u0669 in deze tekst")]
    [InlineData("bel 06-1234\u0665\u0666\u0667\u0668")]
    public void Text_WithoutAny_GetsNoWarning(string text) => Assert.Empty(PersonalData.In([text, null]));
}

using Parelmuur.Kernel.Mails;

namespace Parelmuur.Kernel.Tests.Mails;

public sealed class MailTests
{
    [Theory]
    [InlineData("jan@deventer.nl\r\nBcc: els@deventer.nl", "Jan", "Onderwerp")]
    [InlineData("jan@deventer.nl, els@deventer.nl", "Jan", "Onderwerp")]
    [InlineData("Jan <jan@deventer.nl>", "Jan", "Onderwerp")]
    [InlineData("jan@deventer.nl ", "Jan", "Onderwerp")]
    [InlineData("jan", "Jan", "Onderwerp")]
    [InlineData("", "Jan", "Onderwerp")]
    [InlineData("jan@deventer.nl", "Jan\nBcc: els@deventer.nl", "Onderwerp")]
    [InlineData("jan@deventer.nl", "Jan\u2028Bcc: els@deventer.nl", "Onderwerp")]
    [InlineData("jan@deventer.nl", "Jan", "Onderwerp\r\nBcc: els@deventer.nl")]
    [InlineData("jan@deventer.nl", "Jan", "Onderwerp\rBcc: els@deventer.nl")]
    [InlineData("jan@deventer.nl", "Jan", "Onder\0werp")]
    [InlineData("jan@deventer.nl", "Jan", "Onder\u0085werp")]
    [InlineData("jan@deventer.nl", "Jan", " ")]
    public void Mail_WithMoreThanOneLineOrReceiver_IsRefused(string to, string name, string subject) =>
        Assert.Throws<ArgumentException>(() => new Mail(to, name, subject, "Tekst"));

    [Fact]
    public void Mail_TooLong_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Mail($"jan@{new string('d', Mail.AddressLength)}.nl", "", "Onderwerp", ""));
        Assert.Throws<ArgumentException>(() => new Mail("jan@deventer.nl", new string('n', Mail.NameLength + 1), "Onderwerp", ""));
        Assert.Throws<ArgumentException>(() => new Mail("jan@deventer.nl", "", new string('o', Mail.SubjectLength + 1), ""));
        Assert.Throws<ArgumentException>(() => new Mail("jan@deventer.nl", "", "Onderwerp", new string('t', Mail.TextLength + 1)));
    }

    [Theory]
    [InlineData("/afmelden", UriKind.Relative)]
    [InlineData("javascript:alert(1)", UriKind.Absolute)]
    [InlineData("mailto:jan@deventer.nl", UriKind.Absolute)]
    public void Unsubscribe_ThatIsNoWebAddress_IsRefused(string address, UriKind kind) =>
        Assert.Throws<ArgumentException>(() => new Mail("jan@deventer.nl", "", "Onderwerp", "", new Uri(address, kind)));

    [Fact]
    public void Mail_AsText_TellsNothingPersonal() =>
        Assert.Equal("mail to j…@deventer.nl", $"{new Mail("jan@deventer.nl", "Jan", "Onderwerp", "Geheim")}");

    [Theory]
    [InlineData("één\ntwee\r\n\r\ndrie\r", "één\r\ntwee\r\n\r\ndrie\r\n")]
    [InlineData("\n\nTekst\n\n\n", "Tekst\r\n")]
    [InlineData("Bel\a en nul\0\tmet tab", "Bel en nul\tmet tab\r\n")]
    [InlineData("", "\r\n")]
    [InlineData(
        "Deze regel heeft net zo veel woorden dat het laatste woord er niet meer op kan staan.",
        "Deze regel heeft net zo veel woorden dat het laatste woord er niet meer op\r\nkan staan.\r\n")]
    [InlineData(
        "- Dit punt van een lijst is te lang voor één regel, en springt daarom op de tweede regel in.",
        "- Dit punt van een lijst is te lang voor één regel, en springt daarom op de\r\n  tweede regel in.\r\n")]
    [InlineData(
        "Kijk: https://parelmuur.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa en dan",
        "Kijk:\r\nhttps://parelmuur.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\nen dan\r\n")]
    public void Wrap_BreaksBetweenWords(string text, string expected) => Assert.Equal(expected, MailText.Wrap(text));

    [Fact]
    public void Wrap_LosesNoWord()
    {
        // Words of every length, behind every indent, so that each place where a line can break comes by.
        var words = Enumerable.Range(0, 400).Select(number => new string((char)('a' + (number % 26)), (number * 7 % 90) + 1)).ToList();
        foreach (var start in (string[])["", "  ", "- ", "    * ", new string(' ', 75), new string(' ', 80)])
        {
            var wrapped = MailText.Wrap(start + string.Join(' ', words));

            Assert.Equal(
                start.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(words),
                wrapped.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
            Assert.All(
                wrapped.Split("\r\n"), line => Assert.True(line.Length <= 76 || !line.Trim(' ', '-', '*').Contains(' ', StringComparison.Ordinal), line));
        }
    }
}

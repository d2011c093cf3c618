using System.Text;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Search.Tests.Documents;

public sealed class PlanDocumentTests
{
    private const string Kind = "Kies een bestand dat eindigt op .txt, .docx of .odt.";
    private const string NoText = "In dit bestand staat geen tekst. Kies een ander bestand.";
    private const string NotPlain = "Dit is geen tekstbestand. Kies een ander bestand.";
    private const string NotWord = "Dit is geen Word-bestand (.docx). Kies een ander bestand.";
    private const string NotOpen = "Dit is geen OpenDocument-bestand (.odt). Kies een ander bestand.";
    private const string Broken = "Dit bestand is beschadigd of heeft een wachtwoord. Kies een ander bestand.";
    private const string TooMuch = "In dit bestand zit te veel. Kies een kleiner bestand.";
    private const string Locked = "Dit bestand heeft een wachtwoord of een oud formaat. Sla het op zonder wachtwoord.";

    public static TheoryData<string, byte[]> PlainTexts => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("Één plan – € 5") },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Één plan – € 5")] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Één plan – € 5")] },
        { "UTF-16, other order", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("Één plan – € 5")] },
        { "Windows-1252", [0xC9, 0xE9, .. "n plan "u8, 0x96, 0x20, 0x80, .. " 5"u8] },
    };

    [Theory]
    [MemberData(nameof(PlainTexts))]
    public async Task Read_PlainText_KnowsTheEncoding(string encoding, byte[] content) =>
        Assert.Equal(("Één plan – € 5", encoding), (await Read(content, "Plan.TXT"), encoding));

    [Fact]
    public async Task Read_Word_GivesParagraphsTabsAndTables()
    {
        var text = await Read(SampleFiles.Docx("""
            <w:p><w:r><w:t>Wij gaan </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">melden </w:t></w:r><w:r><w:t>via&#160;een app.</w:t></w:r></w:p>
            <w:p><w:r><w:t>Kosten</w:t><w:tab/><w:t>&lt; 5 &amp; 6</w:t><w:br/><w:t>per jaar</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>cel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """), "plan.docx");

        Assert.Equal(["Wij gaan melden via\u00A0een app.", "Kosten\t< 5 & 6", "per jaar", "cel"], Lines(text));
    }

    [Fact]
    public async Task Read_Word_LeavesOutWhatIsDeleted()
    {
        var text = await Read(SampleFiles.Docx(
            "<w:p><w:del><w:r><w:delText>oud</w:delText><w:t>weg</w:t></w:r></w:del><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins>" +
            "<w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>"), "plan.docx");

        Assert.Equal("nieuw", text);
    }

    [Fact]
    public async Task Read_OpenDocument_GivesParagraphs()
    {
        var text = await Read(SampleFiles.Odt(
            "<text:h>Kop</text:h><text:p>Een <text:span>deel</text:span><text:s/>tekst<text:line-break/>verder</text:p>" +
            "<text:tracked-changes><text:changed-region><text:p>oud</text:p></text:changed-region></text:tracked-changes>" +
            "<text:p>Slot<office:annotation><text:p>opmerking</text:p></office:annotation></text:p>"), "plan.odt");

        Assert.Equal(["Kop", "Een deel tekst", "verder", "Slot"], Lines(text));
    }

    [Theory]
    [InlineData("plan.pdf")]
    [InlineData("plan.doc")]
    [InlineData("plan")]
    [InlineData("")]
    [InlineData("plan.docx.exe")]
    public async Task Read_OtherKind_IsRefused(string name) => await Refused("tekst"u8.ToArray(), name, Kind);

    [Fact]
    public async Task Read_ProgramWithAnotherName_IsRefused()
    {
        byte[] program = [.. "MZ"u8, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00, .. Enumerable.Repeat((byte)0xFF, 500)];

        await Refused(program, "plan.txt", NotPlain);
        await Refused(program, "plan.docx", NotWord);
        await Refused(program, "plan.odt", NotOpen);
    }

    [Fact]
    public async Task Read_TextNamedAsWord_IsRefused() => await Refused("Gewoon tekst"u8.ToArray(), "plan.docx", NotWord);

    [Fact]
    public async Task Read_WordNamedAsOpenDocument_IsRefused() =>
        await Refused(SampleFiles.Docx("<w:p><w:r><w:t>plan</w:t></w:r></w:p>"), "plan.odt", NotOpen);

    [Fact]
    public async Task Read_ProtectedOrOldWord_SaysSo() =>
        await Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "plan.docx", Locked);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public async Task Read_NoWords_IsRefused(string text)
    {
        await Refused(Encoding.UTF8.GetBytes(text), "plan.txt", NoText);
        await Refused(SampleFiles.Docx($"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"), "plan.docx", NoText);
    }

    [Fact]
    public async Task Read_CutOff_IsBroken()
    {
        var whole = SampleFiles.Docx("<w:p><w:r><w:t>plan</w:t></w:r></w:p>");

        await Refused(whole[..(whole.Length / 2)], "plan.docx", Broken);
    }

    [Theory]
    [InlineData("<w:p><w:r></w:p>")]
    [InlineData("<w:p>&niets;</w:p>")]
    public async Task Read_WrongXml_IsBroken(string body) => await Refused(SampleFiles.Docx(body), "plan.docx", Broken);

    [Fact]
    public async Task Read_XmlThatNamesOtherFiles_IsRefused() => await Refused(
        SampleFiles.Zip(("content.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")), "plan.odt", Broken);

    [Fact]
    public async Task Read_ZipBomb_StopsAtTheLimit()
    {
        var bomb = SampleFiles.Bomb(megabytes: 64);

        Assert.True(bomb.Length < PlanDocument.LargestFile);
        await Refused(bomb, "plan.docx", TooMuch);
    }

    [Fact]
    public async Task Read_EndlesslyNested_StopsAtTheLimit() =>
        await Refused(SampleFiles.Docx(string.Concat(Enumerable.Repeat("<w:p>", 50_000))), "plan.docx", TooMuch);

    [Fact]
    public async Task Read_ManyFilesInside_StopsAtTheLimit() =>
        await Refused(SampleFiles.Zip([.. Enumerable.Range(0, 6_000).Select(number => ($"{number}", ""))]), "plan.docx", TooMuch);

    [Fact]
    public async Task Read_ExactlyTheLargest_IsRead()
    {
        var content = Enumerable.Repeat((byte)'a', PlanDocument.LargestFile).ToArray();

        Assert.Equal(content.Length, (await Read(content, "plan.txt")).Length);
        await Refused([.. content, (byte)'a'], "plan.txt", "Dit bestand is groter dan 5 MB. Kies een kleiner bestand.");
    }

    [Fact]
    public async Task Read_DamagedAnywhere_NeverFailsOtherwise()
    {
        var whole = SampleFiles.Docx("<w:p><w:r><w:t>Een plan om te lezen</w:t></w:r></w:p>");
        var random = new Random(5342);

        for (var round = 0; round < 2_000; round++)
        {
            var damaged = whole.ToArray();
            for (var time = 0; time <= round % 4; time++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var outcome = await Record.ExceptionAsync(() => Read(damaged, "plan.docx"));
            Assert.True(outcome is null or RuleViolation, $"Round {round}: {outcome}");
        }
    }

    private static async Task Refused(byte[] content, string name, string message)
    {
        var violation = await Assert.ThrowsAsync<RuleViolation>(() => Read(content, name));

        Assert.Equal(("bestand", message), (violation.Field, violation.Message));
    }

    private static async Task<string> Read(byte[] content, string name)
    {
        using var file = new MemoryStream(content);
        return await PlanDocument.ReadAsync(file, name);
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}

using System.IO.Compression;

namespace Parelmuur.Catalogue.Tests.Import;

/// <summary>Measures the memory of the process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInMemory
{
    public const string Name = "Alone in memory";
}

[Collection(AloneInMemory.Name)]
public sealed class LargeFileTests
{
    [Fact]
    public async Task Read_FileOfFiftyMegabytes_NeedsFewMegabytes()
    {
        await using var room = await ImportRoom.OpenAsync();
        var file = room.Write("groot.json", "");
        var filler = new string('x', 15_000);
        await using (var writer = new StreamWriter(file))
        {
            await writer.WriteAsync("{\"algoritmes\": [");
            for (var number = 0; number < 3_500; number++)
                await writer.WriteAsync((number > 0 ? "," : "") + ImportRoom.Algorithm($"{number}", $"Titel {number}", purpose: filler));
            // One text of eight megabytes: refused without being held.
            await writer.WriteAsync(",{\"id\": \"lang\", \"title\": \"");
            for (var part = 0; part < 550; part++)
                await writer.WriteAsync(filler);
            await writer.WriteAsync("\"}]}");
        }

        await using var reader = await Catalogue.Import.Readers.OpenAsync(new ImportRequest(ImportFormat.AlgorithmRegister, [file]), default);
        var (entries, refused, most) = (0, 0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (var row in reader.ReadAsync(default))
        {
            (entries, refused) = row is Catalogue.Import.ImportedEntry ? (entries + 1, refused) : (entries, refused + 1);
            if ((entries + refused) % 1_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal((3_500, 1), (entries, refused));
        Assert.True(most < 10_000_000, $"{most:N0} bytes");
    }

    [Theory]
    [InlineData("xl/worksheets/", "</x:sheetData>", "<x:row><x:c t=\"inlineStr\"><x:is><x:t>", "</x:t></x:is></x:c></x:row>", 150, 1, 1)]
    [InlineData("xl/sharedStrings", "</x:sst>", "<x:si><x:t>", "</x:t></x:si>", 150, 1, 0)]
    [InlineData("xl/worksheets/", "</x:sheetData>", "<x:row><x:c t=\"inlineStr\"><x:is><x:t>", "</x:t></x:is></x:c></x:row>", 250, null, null)]
    [InlineData("xl/workbook.", "</x:workbook>", "<!--", "-->", 150, null, null)]
    public async Task Import_WorkbookThatUnpacksToMuchMore_TakesLittleMemory(
        string part, string marker, string before, string after, int megabytes, int? added, int? refused)
    {
        await using var room = await ImportRoom.OpenAsync();
        var file = room.Write("bom.xlsx", "");
        await InflateAsync(file, Workbook.Of([["Titel", "Belofte"], ["Goed", "Het helpt."]]), part, marker, before, after, megabytes);
        var start = GC.GetTotalAllocatedBytes();

        var report = await RunAsync();

        var allocated = (GC.GetTotalAllocatedBytes() - start) / 1_000_000;
        Assert.Equal((added, refused), ((int?)report?[ImportOutcome.Added], (int?)report?[ImportOutcome.Refused]));
        Assert.True(allocated < 100, $"{allocated} MB");

        async Task<ImportReport?> RunAsync()
        {
            try
            {
                return await room.ImportAsync(ImportFormat.Spreadsheet, file);
            }
            catch (ImportFault fault)
            {
                Assert.Contains("niet te lezen", fault.Message, StringComparison.Ordinal);
                return null;
            }
        }
    }

    // Puts a text before a place in one part, so long that it packs to almost nothing.
    private static async Task InflateAsync(
        string file, byte[] workbook, string part, string marker, string before, string after, int megabytes)
    {
        var megabyte = new string('x', 1_000_000);
        using var source = new ZipArchive(new MemoryStream(workbook));
        await using var target = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        foreach (var entry in source.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            var content = await reader.ReadToEndAsync();
            await using var writer = new StreamWriter(await target.CreateEntry(entry.FullName, CompressionLevel.Fastest).OpenAsync());
            var place = entry.FullName.StartsWith(part, StringComparison.Ordinal) ? content.IndexOf(marker, StringComparison.Ordinal) : -1;
            await writer.WriteAsync(place < 0 ? content : content[..place] + before);
            for (var times = 0; place >= 0 && times < megabytes; times++)
                await writer.WriteAsync(megabyte);
            await writer.WriteAsync(place < 0 ? "" : after + content[place..]);
        }
    }
}

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
}

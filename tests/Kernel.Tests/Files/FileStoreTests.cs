using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Kernel.Tests.Files;

/// <summary>Files come back as they went in, are what their content says, and tell nothing that the eye does not see.</summary>
public sealed class FileStoreTests
{
    private static readonly Guid Owner = Guid.Parse("0195f0aa-0000-7000-8000-000000000001");

    private readonly SetTime time = new(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

    [Theory, OnEachDatabase]
    public async Task Add_20MB_ComesBackWholeAndInParts(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var house = House(database);
        var files = house.GetRequiredService<FileStore>();
        var text = Text((int)FileStore.MaxSize);

        var stored = await files.AddAsync(Owner, "groot.txt", new MemoryStream(text), default);
        await using var content = files.Open((await files.FindAsync(stored.Id, default))!);

        Assert.Equal((text.Length, Convert.ToHexStringLower(SHA256.HashData(text))), ((int)stored.Size, stored.Hash));
        Assert.Equal(stored.Hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        content.Position = FileStore.MaxSize - 70_000;
        var end = new byte[70_000];
        await content.ReadExactlyAsync(end);
        Assert.True(end.AsSpan().SequenceEqual(text.AsSpan(^70_000..)));
        Assert.Equal(FileStore.MaxSize, await files.SizeOfAsync(Owner, default));
    }

    [Theory, OnEachDatabase]
    public async Task Add_ManyAtOnce_MixesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var house = House(database);
        var files = house.GetRequiredService<FileStore>();
        var texts = Enumerable.Range(0, 8).Select(number => Text(300_000 + number)).ToList();

        var stored = await Task.WhenAll(texts.Select(text => files.AddAsync(Owner, "tekst.txt", new MemoryStream(text), default)));

        foreach (var (text, file) in texts.Zip(stored))
        {
            await using var content = files.Open(file);
            Assert.Equal(SHA256.HashData(text), await SHA256.HashDataAsync(content));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Add_ThatBreaksOffHalfWay_LeavesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var house = House(database);
        var files = house.GetRequiredService<FileStore>();

        await Assert.ThrowsAsync<IOException>(() => files.AddAsync(Owner, "half.txt", new BreaksOff(Text(2_000_000)), default));
        using var away = new CancellationTokenSource();
        var going = files.AddAsync(Owner, "half.txt", new BreaksOff(Text(2_000_000), away), away.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => going);

        Assert.Equal(0, await files.SizeOfAsync(Owner, default));
        await using var scope = house.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        Assert.Equal((0, 0), (await db.Files.CountAsync(), await db.FileChunks.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task RemoveOrphans_AfterADay_LeavesWhatARoomKeeps(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var room = new Room();
        await using var house = House(database, room);
        var files = house.GetRequiredService<FileStore>();
        var kept = await files.AddAsync(Owner, "a.txt", new MemoryStream("hallo"u8.ToArray()), default);
        var orphan = await files.AddAsync(Owner, "b.txt", new MemoryStream("hallo"u8.ToArray()), default);
        room.Keeps.Add(kept.Id);

        await RemoveAsync(house);
        Assert.NotNull(await files.FindAsync(orphan.Id, default));
        time.Pass(TimeSpan.FromHours(25));
        var young = await files.AddAsync(Owner, "c.txt", new MemoryStream("hallo"u8.ToArray()), default);
        await RemoveAsync(house);

        Assert.NotNull(await files.FindAsync(kept.Id, default));
        Assert.NotNull(await files.FindAsync(young.Id, default));
        Assert.Null(await files.FindAsync(orphan.Id, default));
        await using var scope = house.CreateAsyncScope();
        Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<KernelDb>().FileChunks.CountAsync());
    }

    [Fact]
    public async Task Add_EveryKind_IsFoundByContentAndNamedByIt()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var house = House(database);
        (byte[] Content, string Name, string Type, string Becomes)[] kinds =
        [
            (SampleFiles.Pdf, "plan.exe", "application/pdf", "plan.exe.pdf"),
            (SampleFiles.Jpeg(), "foto.jpeg", "image/jpeg", "foto.jpeg"),
            (SampleFiles.Png(), "..\\..\\etc/passwd", "image/png", "passwd.png"),
            (SampleFiles.Gif, "\u202Egnp.exe", "image/gif", "gnp.exe.gif"),
            (SampleFiles.WebP, "", "image/webp", "bestand.webp"),
            (SampleFiles.Docx, "brief.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "brief.docx"),
            (SampleFiles.Odt, "brief.odt", "application/vnd.oasis.opendocument.text", "brief.odt"),
            ("a;b\n1;\xE9"u8.ToArray(), "tabel.csv", "text/csv", "tabel.csv"),
            ("<script>alert(1)</script>"u8.ToArray(), "pagina.html", "text/plain", "pagina.html.txt"),
        ];

        foreach (var (content, name, type, becomes) in kinds)
        {
            var stored = await house.GetRequiredService<FileStore>().AddAsync(Owner, name, new MemoryStream(content), default);
            Assert.Equal((type, becomes), (stored.Type, stored.Name));
        }
    }

    [Theory]
    [InlineData("leeg")]
    [InlineData("te groot")]
    [InlineData("soort bestand", "MZ\u0001program")]
    [InlineData("beschadigd", "\u0089PNG")]
    public async Task Add_WhatIsNotTaken_SaysWhy(string message, string? head = null)
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var house = House(database);
        byte[] content = message switch
        {
            "leeg" => [],
            "te groot" => new byte[FileStore.MaxSize + 1],
            "beschadigd" => SampleFiles.Png()[..40],
            _ => Encoding.Latin1.GetBytes(head!),
        };

        Assert.Contains(message, await RefusalAsync(house, content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_PackedFiles_AreJudgedByWhatIsInThem()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var house = House(database);

        Assert.Contains("soort bestand", await RefusalAsync(house, SampleFiles.Packed(("virus.exe", "MZ"))), StringComparison.Ordinal);
        Assert.Contains("macro", await RefusalAsync(house, SampleFiles.Packed(
            ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x"))), StringComparison.Ordinal);
        Assert.Contains("macro", await RefusalAsync(house, SampleFiles.Packed(
            ("mimetype", "application/vnd.oasis.opendocument.text"), ("Basic/Standard/Module1.xml", "x"))), StringComparison.Ordinal);
        Assert.Contains("uitgepakt te groot", await RefusalAsync(house, SampleFiles.Packed(
            [("[Content_Types].xml", "<Types/>"), .. Enumerable.Range(0, 5_001).Select(number => ($"word/{number}.xml", ""))])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Image_LosesWhatIsHiddenAndKeepsHowItIsSeen()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var house = House(database);
        var files = house.GetRequiredService<FileStore>();

        foreach (var (image, width, height) in ((byte[], int, int)[])[
            (SampleFiles.Jpeg(), 40, 30), (SampleFiles.Jpeg(turned: 6), 30, 40), (SampleFiles.Png(), 3, 2), (SampleFiles.Gif, 1, 2), (SampleFiles.WebP, 4, 2)])
        {
            var stored = await files.AddAsync(Owner, "beeld", new MemoryStream(image), default);
            await using var content = files.Open(stored);
            var clean = new byte[stored.Size];
            await content.ReadExactlyAsync(clean);

            Assert.Equal((width, height), (stored.Width, stored.Height));
            Assert.Equal(-1, clean.AsSpan().IndexOf(Encoding.ASCII.GetBytes(SampleFiles.Secret)));
            Assert.True(clean.Length < image.Length);
            var again = await files.AddAsync(Owner, "beeld", new MemoryStream(clean), default);
            Assert.Equal((stored.Hash, stored.Width), (again.Hash, again.Width));
        }
    }

    [Fact]
    public async Task Add_ImageWithTooManyPixels_IsRefused()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var house = House(database);
        var huge = SampleFiles.Png();
        huge[16] = 0x7F;

        Assert.Contains("te groot om te tonen", await RefusalAsync(house, huge), StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(ServiceProvider house, byte[] content) =>
        (await Assert.ThrowsAsync<RuleViolation>(() =>
            house.GetRequiredService<FileStore>().AddAsync(Owner, "bestand", new MemoryStream(content), default))).Message;

    private static async Task RemoveAsync(ServiceProvider house)
    {
        await using var scope = house.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IDailyJob>().OfType<RemoveOrphans>().Single().RunAsync(default);
    }

    private static byte[] Text(int length)
    {
        var text = new byte[length];
        new Random(length).NextBytes(text);
        for (var i = 0; i < text.Length; i++)
            text[i] = (byte)('a' + (text[i] % 26));
        return text;
    }

    private ServiceProvider House(TestDatabase database, Room? room = null)
    {
        var services = new ServiceCollection().AddLogging().AddKernel(database.Configuration, []).AddSingleton<TimeProvider>(time);
        if (room is not null)
            services.AddSingleton<IKeepFiles>(room);
        return services.BuildServiceProvider();
    }

    private sealed class Room : IKeepFiles
    {
        public HashSet<FileId> Keeps { get; } = [];

        public Task<IReadOnlyCollection<FileId>> KeptAsync(IReadOnlyCollection<Guid> owners, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyCollection<FileId>>(Keeps);
    }

    // A reader that goes away in the middle of sending.
    private sealed class BreaksOff(byte[] content, CancellationTokenSource? away = null) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position >= Length / 2)
            {
                if (away is null)
                    throw new IOException("The reader has gone.");
                await away.CancelAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return await base.ReadAsync(buffer, cancellationToken);
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[bufferSize];
            while (await ReadAsync(buffer, cancellationToken) is > 0 and var read)
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}

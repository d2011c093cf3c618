using Parelmuur.Kernel.Mails;

namespace Parelmuur.Kernel.Tests.Mails;

/// <summary>Without a mail server, mail stays in a folder where a person can read it.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly SetTime time = new(PostOffice.Start);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parelmuur-mail-");

    [Theory, OnEachDatabase]
    public async Task Mail_WithoutServer_IsAFileThatAnyoneCanRead(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var mails = Path.Combine(folder.FullName, "mail");
        await using var office = PostOffice.With(database, time, $"Folder={mails}");
        const string Text = "Beste Zoë,\r\n\r\n.punt vooraan\r\nhttps://parelmuur.example/bevestig/één\r\n";

        await office.QueueAsync(new Mail("zoe@deventer.nl", "Zoë", "Bevestig je adres — €", Text));
        await office.SendDueAsync();

        var file = Assert.Single(Directory.GetFileSystemEntries(mails));
        Assert.Equal($"20260808-120000-{(await office.MailsAsync()).Single().Id:N}.eml", Path.GetFileName(file));
        Assert.Contains(Text, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        var mail = await SmtpServer.ReadMailAsync(file);
        Assert.Equal("Bevestig je adres — €", mail.GetProperty("subject").GetString());
        Assert.Equal("zoe@deventer.nl", mail.GetProperty("to")[0].GetProperty("address").GetString());
        Assert.Equal(Text.TrimEnd(), mail.GetProperty("text").GetString()!.ReplaceLineEndings("\r\n").TrimEnd());
        Assert.Equal((PostOffice.Start, ""), ((await office.MailsAsync()).Single().Sent, (await office.MailsAsync()).Single().Text));
    }

    [Fact]
    public async Task Folder_Made_IsClosedToOthers()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        var mails = Path.Combine(folder.FullName, "mail");
        await using var office = PostOffice.With(database, time, $"Folder={mails}");

        await office.QueueAsync(new Mail("jan@deventer.nl", "Jan", "Onderwerp", "Tekst"));
        await office.SendDueAsync();

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(mails));
    }

    [Fact]
    public async Task Folder_ThatCannotBeMade_IsTriedLater()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        var file = Path.Combine(folder.FullName, "mail");
        await File.WriteAllTextAsync(file, "in the way");
        await using var office = PostOffice.With(database, time, $"Folder={file}");

        await office.QueueAsync(new Mail("jan@deventer.nl", "Jan", "Onderwerp", "Tekst"));
        await office.SendDueAsync();

        Assert.Equal(PostOffice.Start + TimeSpan.FromMinutes(1), Assert.Single(await office.MailsAsync()).NextAttempt);
    }

    [Fact]
    public async Task Start_WithoutServer_SaysSoOnce()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var office = PostOffice.With(database, time, $"Folder={folder.FullName}");

        await office.RunAsync();

        Assert.Single(office.Log.Split('\n'), line => line.Contains($"Mail stays in the folder {folder.FullName}", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Kernel.Files;

/// <summary>Keeps the files of all rooms in the database, in chunks: a file of 20 MB costs as little memory as a small one.</summary>
/// <remarks>
/// A file is stored before its room refers to it. What no room keeps a day later is removed, see <see cref="IKeepFiles"/>.
/// So it needs no line in the ledger; the room writes one when it refers to the file.
/// </remarks>
public sealed class FileStore
{
    /// <summary>The most that one file may be, in bytes.</summary>
    public const long MaxSize = 20L << 20;

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider time;
    private readonly VirusScanner scanner;

    internal FileStore(IServiceScopeFactory scopes, TimeProvider time, VirusScanner scanner) =>
        (this.scopes, this.time, this.scanner) = (scopes, time, scanner);

    /// <summary>Looks in a file what it is, takes out of an image what tells where and by whom it was made, and stores it.</summary>
    /// <param name="owner">The subject to which it belongs.</param>
    /// <param name="name">The name as somebody gave it. Only the ending of a text says anything.</param>
    /// <param name="content">The file; it must be able to seek.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    /// <exception cref="RuleViolation">It is empty, too large, of a kind that is not taken, or harmful.</exception>
    public async Task<FileFacts> AddAsync(Guid owner, string? name, Stream content, CancellationToken cancellation)
    {
        if (content.Length == 0)
            throw new RuleViolation("", "Dit bestand is leeg.");
        if (content.Length > MaxSize)
            throw new RuleViolation("", "Dit bestand is te groot. Een bestand mag hoogstens 20 MB zijn.");
        var kind = await FileKind.OfAsync(content, name, cancellation);
        await scanner.CheckAsync(content, cancellation);
        await using var cleaned = kind.IsImage ? TempFile() : null;
        ImageSize? size = cleaned is null ? null : await ImageCleaner.CleanAsync(kind, content, cleaned, cancellation);
        return await StoreAsync(
            FileId.New(), owner, FileName.Clean(name, kind), kind.Type, size, cleaned ?? content, cancellation);
    }

    /// <summary>What is known of a file, and to which subject it belongs; null when there is none.</summary>
    public async Task<FileFacts?> FindAsync(FileId id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KernelDb>().Files.Where(file => file.Id == id)
            .Select(file => new FileFacts(file.Id, file.Owner, file.Name, file.Type, file.Size, file.Hash, file.Width, file.Height, file.Stored))
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>How many bytes a subject has stored, with what only older versions refer to.</summary>
    public async Task<long> SizeOfAsync(Guid owner, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KernelDb>().Files.Where(file => file.Owner == owner)
            .SumAsync(file => file.Size, cancellation);
    }

    /// <summary>The content of a file, a chunk at a time. It can seek, so that a reader may ask for a part.</summary>
    public Stream Open(FileFacts file) => new FileContent(scopes, file.Id, file.Size);

    private static FileStream TempFile() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None,
        bufferSize: FileChunk.Length, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    private async Task<FileFacts> StoreAsync(
        FileId id, Guid owner, string name, string type, ImageSize? image, Stream content, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (size, hash) = await WriteChunksAsync(db, id, content, cancellation);
        var stored = now.UtcDateTime;
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO kernel_files (id, owner, name, type, size, hash, width, height, stored) VALUES ({id.Value}, {owner}, {name}, {type}, {size}, {hash}, {image?.Width}, {image?.Height}, {stored})",
            cancellation);
        await transaction.CommitAsync(cancellation);
        return new(id, owner, name, type, size, hash, image?.Width, image?.Height, now);
    }

    // Past the change tracker, that would hold the whole file: one buffer goes through all chunks.
    private static async Task<(long Size, string Hash)> WriteChunksAsync(
        KernelDb db, FileId id, Stream content, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[FileChunk.Length];
        long size = 0;
        content.Position = 0;
        for (var number = 0; ; number++)
        {
            var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            if (read == 0)
                return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
            var chunk = read == buffer.Length ? buffer : buffer[..read];
            hash.AppendData(chunk);
            size += read;
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO kernel_file_chunks (file, number, content) VALUES ({id.Value}, {number}, {chunk})", cancellation);
        }
    }
}

/// <summary>What is known of a stored file.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Owner">The subject to which it belongs.</param>
/// <param name="Name">Its name, safe to show and to save under.</param>
/// <param name="Type">The content type, as found in the content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256 of the content, in hexadecimal digits.</param>
/// <param name="Width">Of an image, in pixels.</param>
/// <param name="Height">Of an image, in pixels.</param>
/// <param name="Stored">When.</param>
public sealed record FileFacts(
    FileId Id, Guid Owner, string Name, string Type, long Size, string Hash, int? Width, int? Height, DateTimeOffset Stored);

/// <summary>A room that refers to files. Register it as a scoped service.</summary>
public interface IKeepFiles
{
    /// <summary>The files to which these subjects refer, if they are of this room; older versions count too.</summary>
    Task<IReadOnlyCollection<FileId>> KeptAsync(IReadOnlyCollection<Guid> owners, CancellationToken cancellation);
}
